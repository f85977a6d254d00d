# Tenants and access policies of ${site}

Written by `runboards generate` from the site: change that instead.

Grafana Enterprise Metrics (GEM) takes each file here as the body of one request to its admin API. A token with the
scope `admin` sends them:

```sh
GEM=https://gem.example.org
curl -u ":$GEM_ADMIN_TOKEN" -X POST "$GEM/admin/api/v3/tenants" --data @tenants/TENANT.json
curl -u ":$GEM_ADMIN_TOKEN" -X POST "$GEM/admin/api/v3/accesspolicies" --data @access-policies/POLICY.json
```

What is there already is replaced by `PUT` to its own address. GEM wants to know which version is replaced: the number
is in the header `ETag` of a `GET`.

```sh
curl -u ":$GEM_ADMIN_TOKEN" -i "$GEM/admin/api/v3/tenants/TENANT"
curl -u ":$GEM_ADMIN_TOKEN" -X PUT -H 'If-Match: "1"' "$GEM/admin/api/v3/tenants/TENANT" --data @tenants/TENANT.json
```

Each body names the cluster ${cluster}. It must be the name in the license of GEM.

## Limits

A tenant's limits come from one place: the admin API, else the runtime configuration, else the global configuration.
One limit that is set by the API hides all that the runtime configuration says about the tenant.

| Tenant | Its limits come from |
| --- | --- |
<#list tenants as it>
| ${it.name} | ${it.limits} |
</#list>

To take away the limits that the API once set, put a body without them. This is what the files of tenants without
limits of the API are:

```json
{"name": "TENANT", "display_name": "TENANT", "status": "active", "cluster": "CLUSTER"}
```

GEM fills limits that a body leaves out with the global defaults and shows them in its answers. Compare only those that
were set.

## Access policies

A token belongs to a policy. Where a policy has selectors, its tokens read series that at least one of them selects.
GEM applies selectors neither to what is written nor to what a ruler reads, and answers no questions about cardinality
to such a token. A policy that manages rules about several tenants has both rights on each of them: GEM answers 401
otherwise, and stops evaluating such rules when the policy loses one.

| Policy | May | Tenants |
| --- | --- | --- |
<#list policies as it>
| ${it.name} | ${it.scopes} | ${it.tenants} |
</#list>
