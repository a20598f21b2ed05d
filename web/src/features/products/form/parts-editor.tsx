import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QuantityInput } from '../../../ui/fields/quantity-input.js'
import { SearchSelect } from '../../../ui/fields/search-select.js'
import styles from '../products.module.css'

/** A part of a bundle, or a component of a bill of materials, while it is being put together. */
export interface Part {
  readonly componentId: string
  readonly name: string
  readonly unit: string
  readonly quantity: number | null
}

interface PartsEditorProps {
  readonly label: string
  /** Which products may be a part: a filter of the list. */
  readonly only: Readonly<Record<string, string>>
  readonly parts: readonly Part[]
  readonly onChange: (parts: readonly Part[]) => void
  /** What the server said of one of them. */
  readonly errorOf?: (index: number) => string | undefined
}

/** Parts with their quantities; a product is found by its name and added once. */
export function PartsEditor({ label, only, parts, onChange, errorOf }: PartsEditorProps) {
  const { t } = useTranslation()
  const [added, setAdded] = useState(0)
  const change = (index: number, quantity: number | null) =>
    onChange(parts.map((part, at) => (at === index ? { ...part, quantity } : part)))
  return (
    <div className={styles.parts} role="group" aria-label={label}>
      {parts.map((part, index) => (
        <div key={part.componentId} className={styles.part}>
          <span>{part.name}</span>
          <QuantityInput
            bare
            label={t('products.parts.quantityOf', { name: part.name })}
            unit={part.unit}
            value={part.quantity}
            onChange={(quantity) => change(index, quantity)}
            error={errorOf?.(index)}
          />
          <ActionIcon
            aria-label={t('products.parts.remove', { name: part.name })}
            onClick={() => onChange(parts.filter((one) => one !== part))}
          >
            <IconX size={15} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <SearchSelect
        key={added}
        label={label}
        path="/products"
        only={only}
        labelOf={(row) => String(row['name'])}
        asideOf={(row) => String(row['code'])}
        placeholder={t('products.parts.find')}
        value={null}
        onChange={(componentId, row) => {
          if (!componentId || !row) return
          setAdded(added + 1)
          if (parts.some((part) => part.componentId === componentId)) return
          onChange([...parts, { componentId, name: String(row['name']), unit: String(row['unit']), quantity: 1 }])
        }}
      />
    </div>
  )
}

export const whole = (parts: readonly Part[]): boolean =>
  parts.length > 0 && parts.every(({ quantity }) => quantity !== null && quantity > 0)
