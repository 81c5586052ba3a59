import { Button, CodeBlock } from '@penstock/ui'
import { FileUp, PenLine, Sparkles } from 'lucide-react'
import type { ReactNode } from 'react'
import { ProblemView } from '../../app/problem-view.tsx'
import { useCreateSample } from './use-create-sample.ts'

export interface FirstApiProps {
  onImport: () => void
  onCreate: () => void
}

/** The list before its first API: three ways to begin. */
export function FirstApi({ onImport, onCreate }: FirstApiProps) {
  const sample = useCreateSample()
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto max-w-3xl px-6 pt-[12vh] pb-16">
        <h1 className="text-xl font-semibold text-fg">Begin with an API</h1>
        <p className="mt-1 text-sm text-fg-2">
          An API is drawn as a flow: paths, methods, and what answers them. You deploy it to a stage, and the
          gateway serves exactly that.
        </p>
        <ul className="mt-6 grid grid-cols-1 gap-3 lg:grid-cols-3">
          <Way
            icon={<Sparkles aria-hidden />}
            title="The sample API"
            text="A coffee shop with mocked answers, ready to deploy. Call it within a minute."
            action={
              <Button variant="primary" isPending={sample.isPending} onPress={sample.create}>
                Create the sample
              </Button>
            }
          />
          <Way
            icon={<FileUp aria-hidden />}
            title="A description"
            text="OpenAPI 3.1, 3.0 or Swagger 2.0, as JSON or YAML. It works as a mock at once."
            action={<Button onPress={onImport}>Import a description</Button>}
          />
          <Way
            icon={<PenLine aria-hidden />}
            title="A blank canvas"
            text="Draw paths and methods, and point them at your services."
            action={<Button onPress={onCreate}>Start drawing</Button>}
          />
        </ul>
        {sample.error && <ProblemView error={sample.error} layout="inline" className="mt-4" />}
        <p className="mt-8 mb-2 text-xs text-fg-3">Or from the command line</p>
        <CodeBlock label="import command" code="penstock import openapi.yaml --api orders" />
      </div>
    </div>
  )
}

function Way({
  icon,
  title,
  text,
  action,
}: {
  icon: ReactNode
  title: string
  text: string
  action: ReactNode
}) {
  return (
    <li className="flex flex-col items-start rounded-lg border border-line bg-surface p-4">
      <span className="mb-3 text-fg-3 [&>svg]:size-5">{icon}</span>
      <h2 className="text-md font-semibold text-fg">{title}</h2>
      <p className="mt-1 mb-4 flex-1 text-sm text-pretty text-fg-2">{text}</p>
      {action}
    </li>
  )
}
