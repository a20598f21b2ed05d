import { createRootRoute } from '@tanstack/react-router'
import { NotFound } from '../features/session/errors/not-found.js'
import { PageError } from '../features/session/errors/page-error.js'

/** Everything stands below it; what goes wrong anywhere is told here in words. */
export const rootRoute = createRootRoute({ notFoundComponent: NotFound, errorComponent: PageError })
