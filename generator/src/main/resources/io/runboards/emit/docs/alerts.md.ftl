# Alerts and recording rules of ${site}

For Run:ai ${cluster}. `runboards generate` writes this page and the runbooks; change the rules in
Java instead. Critical alerts page somebody, warnings make a ticket, infos are only shown.
<#list subjects as subject>

<a id="${subject.id}"></a>

## ${subject.title}
<#if subject.alerts?has_content>

| alert | severity | holds for | means | tests |
|---|---|---|---|--:|
<#list subject.alerts as it>
| [${it.name}](${it.file?no_esc}) | ${it.severity} | ${it.hold?has_content?then(it.hold, "–")} | ${it.means} | ${it.tests} |
</#list>
</#if>
<#if subject.recorded?has_content>

| recorded metric | unit | labels | what |
|---|---|---|---|
<#list subject.recorded as it>
| ${it.name} | ${it.unit} | ${it.labels} | ${it.help} |
</#list>
</#if>
</#list>
