import type { Upstream, UpstreamTls } from '@penstock/model'
import { TextField } from '@penstock/ui'
import { useDesigner } from '../../designer-context.ts'
import { setField } from '../../edits/set-field.ts'
import { Field } from '../../fields/field.tsx'
import { Section } from '../../fields/section.tsx'

/** How TLS is spoken with the service: nothing to say for one with a usual certificate. */
export function TlsSection({ record }: { record: Upstream }) {
  const { editor } = useDesigner().session
  const { tls = {} } = record
  const set = (field: keyof UpstreamTls, text: string) => {
    const { [field]: _, ...rest } = tls
    const next: UpstreamTls = text === '' ? rest : { ...rest, [field]: text }
    setField<'upstream', 'tls'>(editor, record, 'tls', Object.keys(next).length === 0 ? undefined : next)
  }
  return (
    <Section field="tls" title="TLS">
      <Field path="tls.serverName">
        <TextField
          label="Name on its certificate"
          isMono
          placeholder="the host that is called"
          value={tls.serverName ?? ''}
          onChange={(text) => set('serverName', text)}
          onBlur={() => editor.separate()}
        />
      </Field>
      <Field path="tls.ca">
        <TextField
          label="Issuers of its certificate"
          isMono
          rows={3}
          placeholder="-----BEGIN CERTIFICATE-----"
          description="In PEM. Absent: those that the gateway trusts."
          value={tls.ca ?? ''}
          onChange={(text) => set('ca', text)}
          onBlur={() => editor.separate()}
        />
      </Field>
      <Field path="tls.clientCertificate">
        <TextField
          label="Client certificate"
          isMono
          placeholder="none"
          description="By its name in the directory of each gateway (PENSTOCK_GATEWAY_CLIENT_CERTS). Keys are never part of an API."
          value={tls.clientCertificate ?? ''}
          onChange={(text) => set('clientCertificate', text)}
          onBlur={() => editor.separate()}
        />
      </Field>
    </Section>
  )
}
