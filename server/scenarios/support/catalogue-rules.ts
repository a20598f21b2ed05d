/** One rule over the system catalogue: a question whose every row is a finding. */
export interface CatalogueRule {
  readonly rule: string
  readonly findings: string
}

/**
 * The functions that may step over the tenant wall, each read by somebody. Trigger functions that write the audit, and the doors that are used
 * before a tenant is known.
 */
export const definerFunctions = [
  'audit_delete',
  'audit_delivery_decision',
  'audit_insert',
  'audit_update',
  'expired_reservations',
  'found_by_words',
  'late_approvals',
  'memberships_of',
  'ready_deliveries',
  'ready_jobs',
  'unchecked_books',
  'unforgotten_days',
] as const

/** Workers look for ready deliveries and jobs over all tenants; every gram of a search begins with its workspace. */
const indexesAcrossTenants = ['event_deliveries_ready', 'background_jobs_ready', 'search_documents_grams']

const names = (list: readonly string[]) => list.map((name) => `'${name}'`).join(', ')

/** Tables of tenants, each with the column that its keys begin with. */
const tenantTables = `
  tenant as (
    select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity,
      case when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id' and a.attnotnull) then 'workspace_id' else 'organization_id' end as lead
    from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relname not in (select name from app.global_table))`
const columnOf = (relation: string, number: string) =>
  `(select a.attname from pg_attribute a where a.attrelid = ${relation} and a.attnum = ${number})`
const own = `('workspace_id', 'organization_id')`

export const catalogueRules: readonly CatalogueRule[] = [
  {
    rule: 'every tenant table has both walls up',
    findings: `with ${tenantTables} select name from tenant where not relrowsecurity or not relforcerowsecurity`,
  },
  {
    rule: 'every tenant row names its organization',
    findings: `with ${tenantTables} select name from tenant t where not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'organization_id' and a.attnotnull)`,
  },
  {
    rule: 'exactly one policy lets the application in',
    findings: `with ${tenantTables} select name from tenant t where (select count(*) from pg_policy p where p.polrelid = t.oid and p.polpermissive
      and p.polroles && array[0::oid, 'erp_app'::regrole::oid]) <> 1`,
  },
  {
    rule: 'the policy says the tenant, to read and to write',
    findings: `with ${tenantTables} select t.name from tenant t join pg_policy p on p.polrelid = t.oid and p.polpermissive and p.polroles && array[0::oid, 'erp_app'::regrole::oid]
      cross join lateral (values (pg_get_expr(p.polqual, p.polrelid)), (pg_get_expr(p.polwithcheck, p.polrelid))) e(condition)
      where p.polcmd <> '*' or condition is null or condition not like '%organization_id = ( SELECT app.organization_id()%'
        or (condition not like '%workspace_id = ( SELECT app.workspace_id()%' and exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'workspace_id'))`,
  },
  {
    rule: 'primary and unique keys begin with the tenant',
    findings: `with ${tenantTables} select i.indexrelid::regclass::text as name from tenant t join pg_index i on i.indrelid = t.oid and (i.indisunique or i.indisexclusion)
      where ${columnOf('t.oid', 'i.indkey[0]')} is distinct from t.lead`,
  },
  {
    rule: 'every tenant table has a primary key',
    findings: `with ${tenantTables} select name from tenant t where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,
  },
  {
    rule: 'indexes begin with the tenant',
    findings: `with ${tenantTables} select i.indexrelid::regclass::text as name from tenant t join pg_index i on i.indrelid = t.oid join pg_class x on x.oid = i.indexrelid
      where coalesce(${columnOf('t.oid', 'i.indkey[0]')}, '') not in ${own} and x.relname not in (${names(indexesAcrossTenants)})
        and not exists (select from pg_constraint f join pg_class r on r.oid = f.confrelid where f.conrelid = t.oid and f.contype = 'f'
          and r.relname in (select name from app.global_table) and f.conkey[1] = i.indkey[0])`,
  },
  {
    rule: 'foreign keys begin with the tenant on both sides',
    findings: `with ${tenantTables} select t.name || '.' || f.conname as name from tenant t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f' join pg_class r on r.oid = f.confrelid
      where r.relname not in (select name from app.global_table)
        and (coalesce(${columnOf('t.oid', 'f.conkey[1]')}, '') not in ${own} or ${columnOf('t.oid', 'f.conkey[1]')} is distinct from ${columnOf('r.oid', 'f.confkey[1]')})`,
  },
  {
    rule: 'every foreign key has an index that begins with its columns',
    findings: `with ${tenantTables} select t.name || '.' || f.conname as name from tenant t join pg_constraint f on f.conrelid = t.oid and f.contype = 'f' join pg_class r on r.oid = f.confrelid
      where r.relname not in ('workspaces', 'organizations')
        and not exists (select from pg_index i where i.indrelid = t.oid and i.indisvalid
          and (i.indpred is null or pg_get_expr(i.indpred, t.oid) = format('(%I IS NOT NULL)', ${columnOf('t.oid', 'f.conkey[cardinality(f.conkey)]')}))
          and f.conkey @> (i.indkey::int2[])[0:cardinality(f.conkey) - 1] and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey)
        and not exists (select from pg_index i where i.indrelid = t.oid and i.indisvalid and cardinality(f.conkey) = 1 and i.indkey[0] = f.conkey[1])`,
  },
  {
    rule: 'an index of a reference that may be empty holds only the rows that have it',
    findings: `with ${tenantTables} select i.indexrelid::regclass::text as name from tenant t join pg_index i on i.indrelid = t.oid
      join pg_constraint f on f.conrelid = t.oid and f.contype = 'f' and f.conkey = array[i.indkey[0], i.indkey[1]]::int2[]
      join pg_attribute reference on reference.attrelid = t.oid and reference.attnum = i.indkey[1] and not reference.attnotnull
      where i.indnatts = 2 and not i.indisunique and i.indpred is null`,
  },
  {
    rule: 'the application has no views',
    findings: `select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('v', 'm')`,
  },
  {
    rule: 'only reviewed functions run as somebody else',
    findings: `select p.proname as name from pg_proc p where p.pronamespace = 'app'::regnamespace and p.prosecdef and p.proname not in (${names(definerFunctions)})`,
  },
  {
    rule: 'a function that runs as somebody else has a fixed search path and an owner who cannot sign in',
    findings: `select p.proname as name from pg_proc p join pg_roles r on r.oid = p.proowner where p.pronamespace = 'app'::regnamespace and p.prosecdef
      and (not exists (select from unnest(p.proconfig) s where s like 'search\\_path=pg\\_catalog%') or r.rolcanlogin or r.rolbypassrls or r.rolsuper)`,
  },
  {
    rule: 'the application owns nothing',
    findings: `select c.relname as name from pg_class c where c.relowner = 'erp_app'::regrole
      union all select p.proname from pg_proc p where p.proowner = 'erp_app'::regrole
      union all select n.nspname from pg_namespace n where n.nspowner = 'erp_app'::regrole`,
  },
  {
    rule: 'the application may change rows and nothing else',
    findings: `select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
        and (has_table_privilege('erp_app', c.oid, 'TRUNCATE') or has_table_privilege('erp_app', c.oid, 'TRIGGER') or has_any_column_privilege('erp_app', c.oid, 'REFERENCES'))
      union all select nspname from pg_namespace where nspname in ('app', 'public') and has_schema_privilege('erp_app', oid, 'CREATE')
      union all select datname from pg_database where datname = current_database() and has_database_privilege('erp_app', oid, 'CREATE')`,
  },
  {
    rule: 'the application is nobody else and cannot become anybody',
    findings: `select rolname as name from pg_roles where rolname = 'erp_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
      union all select roleid::regrole::text from pg_auth_members where member = 'erp_app'::regrole`,
  },
  {
    rule: 'every change leaves an audit row, unless the table is exempt',
    findings: `with ${tenantTables} select t.name from tenant t where t.name not in (select name from app.audit_exempt_table)
      and (select count(distinct g.tgtype) from pg_trigger g join pg_proc p on p.oid = g.tgfoid where g.tgrelid = t.oid and g.tgenabled = 'O'
        and p.proname in ('audit_insert', 'audit_update', 'audit_delete')) <> 3`,
  },
  {
    rule: 'an audited row can be told by its id',
    findings: `with ${tenantTables} select t.name from tenant t where t.name not in (select name from app.audit_exempt_table)
      and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'id' and a.attnotnull)`,
  },
  {
    rule: 'the audit can be read, and never written, by the application',
    findings: `select 'audit_logs' as name where has_table_privilege('erp_app', 'app.audit_logs', 'INSERT') or has_table_privilege('erp_app', 'app.audit_logs', 'UPDATE')
      or has_table_privilege('erp_app', 'app.audit_logs', 'DELETE') or has_any_column_privilege('erp_app', 'app.audit_logs', 'UPDATE')`,
  },
  {
    rule: 'the reviewed lists are not the application’s to change',
    findings: `select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relname in ('global_table', 'audit_exempt_table', 'migrations')
      and (has_table_privilege('erp_app', c.oid, 'INSERT') or has_table_privilege('erp_app', c.oid, 'UPDATE') or has_table_privilege('erp_app', c.oid, 'DELETE'))`,
  },
]
