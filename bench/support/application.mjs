// The application as a process of its own, so that its CPU is told from that of the clients. Asked by messages.
import '../quiet.mjs'
import { createApplication } from '../../server/dist/application.js'
import { startSession } from '../../server/dist/modules/identity/operations/start-session.js'
import { personTenant } from '../../server/dist/modules/identity/person-tenant.js'
import { createOwner } from '../../server/dist/orchestrators/owner-onboarding.js'
import { UnitOfWork } from '../../server/dist/platform/database/unit-of-work.js'

const application = await createApplication({ ...JSON.parse(process.argv[2]), rateLimits: false, relay: false })
const { database, tokens } = application
const url = (await application.listen(0, '127.0.0.1')).replace(/\/$/, '')

/** Statements of the transactions since `record`, in their order. */
let recorded
const rows = UnitOfWork.prototype.rows
UnitOfWork.prototype.rows = function (statement, values = []) {
  recorded?.push({ name: statement.name, text: statement.text, values: [...values] })
  return rows.call(this, statement, values)
}

const asks = {
  async owner({ email, bin, companyName }) {
    const person = { email, password: 'Qazaqstan-2026', firstName: 'Б', lastName: 'Б', companyName, bin, type: 'TOO' }
    const made = await createOwner(database, person)
    const session = await database.run(personTenant({ userId: made.userId, requestId: 'bench' }), (work) =>
      startSession(work, { userId: made.userId, rememberMe: true, caller: { ip: '127.0.0.1' } }),
    )
    return { ...made, token: await tokens.sign({ userId: made.userId, ...session }) }
  },
  async tokenOf({ userId }) {
    const session = await database.run(personTenant({ userId, requestId: 'bench' }), (work) =>
      startSession(work, { userId, rememberMe: true, caller: { ip: '127.0.0.1' } }),
    )
    return tokens.sign({ userId, ...session })
  },
  record: () => void (recorded = []),
  recorded() {
    const told = recorded
    recorded = undefined
    return told
  },
  memory: () => process.memoryUsage().rss,
}

process.on('message', async ({ id, ask, about }) => {
  try {
    process.send({ id, told: await asks[ask](about ?? {}) })
  } catch (error) {
    process.send({ id, error: String(error.stack ?? error) })
  }
})
process.on('disconnect', () => process.exit(0))
process.send({ url })
