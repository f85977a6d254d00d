# ${name}
<#if summary != "">

**${summary}**
</#if>
<#if description != "">

${description}
</#if>

- Severity: ${severity}
- Team: ${team}
- Fires: <#if hold != "">when the query has had a result for ${hold} without a pause<#else>as soon as the query has a result</#if><#if after != "">, and for ${after} after the last one</#if>
<#if since != "">
- Clusters: from ${since} on
</#if>
- Subject: [${subject.title}](../alerts.md#${subject.id?no_esc})

## What it means

${means}

## Why it matters

${matters}

## What to do

<#list steps as it>
${it?counter}. ${it}
</#list>
<#if places?has_content>

## Where to look

<#list places as it>
- [${it.title}](${it.address?no_esc})<#if it.labels?markup_string != ""> with ${it.labels} of the alert</#if>
</#list>
</#if>

## How to silence it

${silence}

${command}

A Grafana that evaluates the alerts itself has [silences of its own](${silences?no_esc}).

## The query

${promql}
<#list reads as it>

It reads ${it.name}<#if it.help != "">: ${it.help?remove_ending(".")}</#if>.

${it.promql}
</#list>
<#if tests?has_content>

## What is tested

<#list tests as it>
- ${it.does} after ${it.at}: ${it.given}
</#list>
</#if>
