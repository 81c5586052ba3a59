import { startTheme } from '@penstock/ui'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { FailureBoundary } from './app/failure-boundary.tsx'
import { Portal } from './app/portal.tsx'
import { queryClient } from './app/queries.ts'
import './styles.css'

startTheme()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <FailureBoundary>
        <Portal />
      </FailureBoundary>
    </QueryClientProvider>
  </StrictMode>,
)
