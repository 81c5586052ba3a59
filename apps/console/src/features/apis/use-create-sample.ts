import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { queryClient, trpc } from '../../app/trpc.ts'

/** Makes the sample API and opens it in the designer. */
export function useCreateSample() {
  const router = useRouter()
  const { mutate, isPending, error } = useMutation(
    trpc.apis.create.mutationOptions({
      onSuccess: async ({ slug }) => {
        await queryClient.invalidateQueries(trpc.apis.list.queryFilter())
        await router.navigate({ to: '/apis/$slug/design', params: { slug } })
      },
    }),
  )
  return { create: () => mutate({ name: 'Coffee shop', sample: true }), isPending, error }
}
