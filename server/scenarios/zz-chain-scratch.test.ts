import { vi } from 'vitest'
vi.mock('../src/listeners.js', async (original) => {
  const real = (await original()) as typeof import('../src/listeners.js')
  const { afterwards } = await import('../src/orchestrators/listeners/rows.js')
  const has = real.listenerRows.some((row) => row.listener.name === 'deal-won-tasks')
  return { listenerRows: has ? real.listenerRows : [...real.listenerRows, ...afterwards] }
})
vi.mock('../src/modules.js', async (original) => {
  const real = (await original()) as typeof import('../src/modules.js')
  const { Module } = await import('@nestjs/common')
  const { ChainsController } = await import('../src/orchestrators/http/chains.controller.js')
  const { TasksModule } = await import('../src/modules/tasks/tasks.module.js')
  const { NotificationsModule } = await import('../src/modules/notifications/notifications.module.js')
  class Extra {}
  Module({ controllers: [ChainsController], imports: [TasksModule, NotificationsModule] })(Extra)
  return { businessModules: [Extra, ...real.businessModules] }
})
vi.mock('../src/application.js', async (original) => {
  const real = (await original()) as typeof import('../src/application.js')
  const { Realtime } = await import('../src/platform/realtime/gateway.js')
  const { mayWatch } = await import('../src/orchestrators/queries/may-watch.js')
  return {
    ...real,
    createApplication: async (options: Parameters<typeof real.createApplication>[0]) => {
      const application = await real.createApplication(options)
      const realtime = new Realtime(application.app.getHttpServer(), { ...application, mayWatch })
      application.database.onCommitted = (work) => realtime.hear(work)
      return { ...application, close: async () => { realtime.close(); await application.close() } }
    },
  }
})
await import(process.env.WHICH ?? './chain.test.js')
