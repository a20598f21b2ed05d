import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './lib/api.js'
import { startLanguage } from './lib/language.js'
import { followSession } from './lib/realtime.js'
import { restore } from './lib/session.js'
import { moveWithSession } from './routes/move-with-session.js'
import { router } from './routes/router.js'
import './theme/layers.css'
import './theme/fonts.css'
import './theme/mantine.css'
import './theme/base.css'
import { cssVariables, theme } from './theme/theme.js'

// The session is asked for beside the words; the page that needs it waits for the same answer, and tells when there is none.
restore().catch(() => {})
await startLanguage()
moveWithSession(router)
followSession()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
