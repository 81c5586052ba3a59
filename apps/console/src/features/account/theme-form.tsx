import { SegmentedControl, setThemeChoice, type ThemeChoice, useTheme } from '@penstock/ui'
import { AccountPart } from './account-part.tsx'

export function ThemeForm() {
  const { choice } = useTheme()
  return (
    <AccountPart title="Theme" lead="Of the console and of portals, in this browser.">
      <SegmentedControl<ThemeChoice>
        label="Theme"
        value={choice}
        onChange={setThemeChoice}
        className="self-start"
        options={[
          { value: 'system', label: 'As the system' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
    </AccountPart>
  )
}
