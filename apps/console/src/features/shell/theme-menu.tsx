import { Menu, MenuItem, IconButton, setThemeChoice, type ThemeChoice, useTheme } from '@penstock/ui'
import { Monitor, Moon, Sun } from 'lucide-react'

const options: readonly { choice: ThemeChoice; label: string; Icon: typeof Sun }[] = [
  { choice: 'system', label: 'As the system', Icon: Monitor },
  { choice: 'light', label: 'Light', Icon: Sun },
  { choice: 'dark', label: 'Dark', Icon: Moon },
]

export function ThemeMenu() {
  const { choice, theme } = useTheme()
  return (
    <Menu
      label="Theme"
      placement="bottom end"
      className="min-w-40"
      trigger={
        <IconButton label="Theme">
          {theme === 'dark' ? (
            <Moon aria-hidden className="size-4" />
          ) : (
            <Sun aria-hidden className="size-4" />
          )}
        </IconButton>
      }
    >
      {options.map(({ choice: option, label, Icon }) => (
        <MenuItem
          key={option}
          icon={<Icon aria-hidden />}
          isChecked={choice === option}
          onAction={() => setThemeChoice(option)}
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  )
}
