import pg from 'pg'

/**
 * The roles of the database. `erp_owner` owns the schema, `erp_audit` only inserts audit rows, `erp_definer` owns the reviewed functions
 * that run before a tenant is known; nobody signs in as these. `erp_app` is what the application signs in as: rows only, inside its tenant.
 */
const keptRoles = ['erp_owner', 'erp_audit', 'erp_definer'] as const
const appRole = 'erp_app'

/** The advisory locks of the database, one number each. */
const PREPARE_LOCK = 7_310_001

/**
 * Makes the roles and the schema in the database of `adminUrl`. May run any number of times. The admin needs CREATEROLE and to own the
 * database, not to be a superuser.
 */
export async function prepareDatabase(adminUrl: string, { appPassword }: { appPassword: string }): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('select pg_advisory_lock($1)', [PREPARE_LOCK])
    await makeRoles(admin, appPassword)
    await admin.query('create extension if not exists btree_gist with schema public')
    // Before 15 everybody may make tables there. Where the schema is a superuser's, only a superuser can forbid it.
    await admin.query('revoke create on schema public from public')
    await admin.query('create schema if not exists app authorization erp_owner')
    await inRole(admin, 'erp_owner', `grant usage on schema app to ${appRole}, erp_audit, erp_definer`)
  } finally {
    await admin.end()
  }
}

async function makeRoles(admin: pg.Client, appPassword: string): Promise<void> {
  for (const role of keptRoles) await createRole(admin, role, 'nologin')
  await createRole(admin, appRole, 'login')
  await setPassword(admin, appPassword)
  // Since 16 membership alone does not allow `set role`.
  const { rows } = await admin.query<{ v: number }>(`select current_setting('server_version_num')::int as v`)
  const options = (rows[0]?.v ?? 0) >= 160_000 ? ' with inherit true, set true' : ''
  for (const role of keptRoles) {
    const held = await admin.query(
      `select 1 from pg_auth_members m where m.roleid = $1::regrole and m.member = current_user::regrole
        ${options && 'and m.inherit_option and m.set_option'}`,
      [role],
    )
    if (held.rowCount === 0) await quietly(admin, `grant ${role} to current_user${options}`)
  }
}

async function createRole(admin: pg.Client, role: string, kind: 'login' | 'nologin'): Promise<void> {
  const known = await admin.query('select 1 from pg_roles where rolname = $1', [role])
  if (known.rowCount === 0) await quietly(admin, `create role ${role} ${kind}`)
}

/** The password is not changed when it already works: roles are shared by all databases of the server, and so is the lock on them. */
async function setPassword(admin: pg.Client, password: string): Promise<void> {
  const probe = new pg.Client({ host: admin.host, port: admin.port, database: admin.database, user: appRole, password })
  const works = await probe.connect().then(
    () => true,
    () => false,
  )
  await probe.end().catch(() => {})
  if (!works) await admin.query(`alter role ${appRole} password ${admin.escapeLiteral(password)}`)
}

/** Roles belong to the whole server: another process, preparing another database, may have been quicker. */
async function quietly(admin: pg.Client, statement: string): Promise<void> {
  try {
    await admin.query(statement)
  } catch (error) {
    const code = (error as { code?: string }).code ?? ''
    const raced = ['42710', '23505'].includes(code) || String(error).includes('tuple concurrently updated')
    if (!raced) throw error
  }
}

async function inRole(admin: pg.Client, role: string, statement: string): Promise<void> {
  await admin.query(`set role ${role}`)
  await admin.query(statement)
  await admin.query('reset role')
}
