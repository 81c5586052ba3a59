import { CodeBlock } from '@penstock/ui'
import { useState } from 'react'
import { TabList, TabPanel, useTabs } from '../parts/tab-list.tsx'
import type { Call } from '../samples/call.ts'
import { languages } from '../samples/languages.ts'

// Readers have one language: it stays theirs from one operation to the next.
let lastLanguage = languages[0]!.id

export function CodeSamples({ call }: { call: Call }) {
  const [chosen, setChosen] = useState(lastLanguage)
  const tabs = useTabs()
  const language = languages.find(({ id }) => id === chosen) ?? languages[0]!
  return (
    <section aria-labelledby="code-samples">
      <h2 id="code-samples" className="text-lg font-semibold text-fg">
        Code
      </h2>
      <TabList
        ids={tabs}
        label="Language"
        items={languages}
        selected={language.id}
        onSelect={(id) => {
          lastLanguage = id
          setChosen(id)
        }}
      />
      <TabPanel ids={tabs} selected={language.id} className="pt-2">
        <CodeBlock
          code={language.write(call)}
          label={`${language.label} sample`}
          isWrapped
          className="[&_pre]:max-h-80"
        />
      </TabPanel>
    </section>
  )
}
