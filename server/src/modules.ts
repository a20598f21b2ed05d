import { IdentityModule } from './modules/identity/identity.module.js'

/** Every module with controllers. */
export const businessModules = [IdentityModule]
