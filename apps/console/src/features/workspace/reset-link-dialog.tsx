import type { UserView } from '@penstock/server'
import { Button, CodeBlock, ConfirmDialog, Dialog } from '@penstock/ui'
import { useMutation } from '@tanstack/react-query'
import { ProblemView } from '../../app/problem-view.tsx'
import { trpc } from '../../app/trpc.ts'
import { momentText } from '../../app/time-text.ts'

/** Makes a link with which the user sets a new password, and shows it this once. */
export function ResetLinkDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const create = useMutation(trpc.users.createResetLink.mutationOptions())
  if (create.data) {
    return (
      <Dialog
        isOpen
        onClose={onClose}
        isSticky
        title={`Reset link for ${user.name}`}
        description="Hand it over in a safe way: whoever opens it signs in as this user."
        footer={
          <Button variant="primary" onPress={onClose}>
            I have copied it
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          <CodeBlock label="reset link" code={create.data.url} isWrapped />
          <p className="text-xs text-fg-3">
            Works once, until {momentText(create.data.expiresAt)}. It is not shown again; a new link ends this
            one.
          </p>
        </div>
      </Dialog>
    )
  }
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={`Reset the password of ${user.name}`}
      confirmLabel="Make a reset link"
      isPending={create.isPending}
      onConfirm={() => create.mutate({ id: user.id })}
    >
      <p>
        Makes a link with which {user.name} chooses a new password. Until it is used the current password
        works; then {user.email} is signed out everywhere else.
      </p>
      {create.error && <ProblemView error={create.error} layout="inline" />}
    </ConfirmDialog>
  )
}
