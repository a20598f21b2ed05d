import { NumberField, type NumberFieldProps } from './number-field.js'

/** A share of a hundred. */
export function PercentInput(props: NumberFieldProps) {
  return <NumberField {...props} decimals={4} least={0} sign="%" />
}
