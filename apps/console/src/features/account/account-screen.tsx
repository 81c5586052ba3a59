import { useTitle } from '../../app/use-title.ts'
import { Page, WorkspaceHeader } from '../shell/page.tsx'
import { PasswordForm } from './password-form.tsx'
import { ProfileForm } from './profile-form.tsx'
import { ThemeForm } from './theme-form.tsx'

/** What is one's own: name, password, and how the console looks. */
export function AccountScreen() {
  useTitle('Account')
  return (
    <>
      <WorkspaceHeader title="Account" />
      <main id="main" className="flex min-h-0 flex-1 flex-col">
        <Page width="md" title="Account" lead="Your own settings on this Penstock.">
          <div className="flex flex-col gap-8">
            <ProfileForm />
            <PasswordForm />
            <ThemeForm />
          </div>
        </Page>
      </main>
    </>
  )
}
