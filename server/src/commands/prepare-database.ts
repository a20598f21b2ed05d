import { migrate } from '../platform/database/migrate.js'
import { prepareDatabase } from '../platform/database/roles.js'

/**
 * `node dist/commands/prepare-database.js`: makes roles, schema and tables on a server of your own. ADMIN_DATABASE_URL is a user with
 * CREATEROLE who owns the database; APP_PASSWORD becomes the password of `erp_app`, with which DATABASE_URL then signs in.
 */
const adminUrl = process.env['ADMIN_DATABASE_URL']
const appPassword = process.env['APP_PASSWORD']
if (!adminUrl || !appPassword) {
  console.error('Set ADMIN_DATABASE_URL and APP_PASSWORD.')
  process.exit(2)
}
await prepareDatabase(adminUrl, { appPassword })
const ran = await migrate(adminUrl)
console.log(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'Nothing to migrate.')
