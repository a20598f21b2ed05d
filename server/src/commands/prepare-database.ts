import { migrate } from '../platform/database/migrate.js'
import { prepareDatabase } from '../platform/database/roles.js'

/**
 * `npm run database:prepare`: makes roles, schema and tables on a server of your own. DATABASE_ADMIN_URL is a user with
 * CREATEROLE who owns the database; APP_PASSWORD becomes the password of `erp_app`, with which DATABASE_URL then signs in.
 */
const adminUrl = process.env['DATABASE_ADMIN_URL']
const appPassword = process.env['APP_PASSWORD']
if (!adminUrl || !appPassword) {
  console.error('Set DATABASE_ADMIN_URL and APP_PASSWORD.')
  process.exit(2)
}
await prepareDatabase(adminUrl, { appPassword })
const ran = await migrate(adminUrl)
console.log(ran.length > 0 ? `Migrated: ${ran.join(', ')}` : 'Nothing to migrate.')
