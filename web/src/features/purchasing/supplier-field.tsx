import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { useMay } from '../../lib/may.js'
import { fieldError, formError } from '../../ui/fields/field-error.js'
import { SearchSelect } from '../../ui/fields/search-select.js'
import { Refusal } from '../../ui/states/refusal.js'
import styles from './purchasing.module.css'

const path = '/operations/procurement/suppliers'

interface SupplierFieldProps {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** From whom: one who is known, or somebody new, written down on the way. */
export function SupplierField({ value, onChange }: SupplierFieldProps) {
  const { t } = useTranslation()
  const may = useMay()
  const [name, setName] = useState<string>()
  const add = useCommand<string, { id: string }>({
    path,
    body: (given) => ({ name: given }),
    touches: [path],
    onDone: ({ id }) => {
      setName(undefined)
      onChange(id)
    },
  })
  const save = () => name?.trim() && add.mutate(name.trim())
  return (
    <>
      {name === undefined ? (
        <SearchSelect
          label={t('purchasing.supplier')}
          path={path}
          labelOf={(row) => String(row['name'])}
          value={value}
          onChange={onChange}
        />
      ) : (
        <TextInput
          size="sm"
          autoFocus
          label={t('purchasing.supplierName')}
          value={name}
          error={fieldError(add.error, 'name')}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            save()
          }}
          rightSectionWidth="auto"
          rightSection={
            <Button size="compact-xs" mr={6} loading={add.isPending} disabled={!name.trim()} onClick={save}>
              {t('purchasing.newSupplier')}
            </Button>
          }
        />
      )}
      {may('PROCUREMENT_MANAGE') && (
        <button type="button" className={styles.inline} onClick={() => setName(name === undefined ? '' : undefined)}>
          {name === undefined ? t('purchasing.newSupplier') : t('purchasing.knownSupplier')}
        </button>
      )}
      {add.error && <Refusal error={formError(add.error, ['name'])} />}
    </>
  )
}
