<#macro links heading list>
<#if list?has_content>

${heading} <#list list as it>[${it.title}](#${it.uid})<#sep>, </#list>.
</#if>
</#macro>
<#macro query it several>

<#if several || it.legend?markup_string != "">
<#if it.letter != "">${it.letter}</#if><#if it.legend?markup_string != ""><#if it.letter != "">, </#if>called ${it.legend}</#if>:

</#if>
${it.promql}
</#macro>
# Dashboards of ${site}

For Run:ai ${cluster} and Grafana ${grafana}. `runboards generate` writes this page; change the
dashboards in Java instead.
<#if dashboards?has_content>

| dashboard | answers | for | panels | queries |
|---|---|---|--:|--:|
<#list dashboards as it>
| [${it.title}](#${it.uid}) | ${it.question} | ${it.reader} | ${it.panels} | ${it.queries} |
</#list>
</#if>
<#list dashboards as dashboard>

<a id="${dashboard.uid}"></a>

## ${dashboard.title}
<#if dashboard.question != "">

**${dashboard.question}**<#if dashboard.reader != ""> For ${dashboard.reader?remove_ending(".")}.</#if>
</#if>

`${dashboard.uid}`<#if dashboard.folder != "">, in the folder ${dashboard.folder}</#if><#if dashboard.tags?has_content>, tagged <#list dashboard.tags as tag>${tag}<#sep>, </#list></#if>.
<@links heading="Leads to" list=dashboard.leadsTo/>
<@links heading="Reached from" list=dashboard.reachedFrom/>
<@links heading="Beside it:" list=dashboard.related/>
<#if dashboard.variables?has_content>

| variable | title | chooses |
|---|---|---|
<#list dashboard.variables as it>
| ${it.name} | ${it.title} | ${it.chooses} |
</#list>
</#if>
<#list dashboard.marks as mark>

Marks on the time axis: ${mark.name}.
<@query it=mark.query several=false/>
</#list>
<#list dashboard.rows as row>
<#if row.title != "">

### ${row.title}
<#if row.collapsed>

Closed at first.
</#if>
</#if>
<#list row.panels as panel>

#### ${panel.title}

*${panel.kind}*<#if panel.about != ""> – ${panel.about}</#if>
<#if panel.mayBeEmpty != "">

May be empty: ${panel.mayBeEmpty?remove_ending(".")}.
</#if>
<#list panel.queries as it>
<@query it=it several=(panel.queries?size != 1)/>
</#list>
<@links heading="Leads to" list=panel.links/>
</#list>
</#list>
</#list>
