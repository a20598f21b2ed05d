import { NumberField, type NumberFieldProps } from './number-field.js'

/** A quantity with its unit. */
export function QuantityInput({ unit, ...rest }: NumberFieldProps & { readonly unit?: string }) {
  return <NumberField {...rest} decimals={6} least={0} sign={unit} />
}
