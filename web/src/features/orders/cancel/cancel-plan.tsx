import type { CancellationPlanAnswer } from '@prometric/contracts/cancellation'
import { useTranslation } from 'react-i18next'
import { quantity as written } from '../../../lib/format.js'
import { Check } from '../../../ui/check.js'
import { type PlanItem, PlanList } from '../../../ui/dialogs/plan-list.js'
import { DocumentLink } from '../../../ui/document-link.js'
import { Money } from '../../../ui/money.js'
import { ToneMark } from '../../../ui/tone-mark.js'
import { useWord } from '../../../ui/use-word.js'
import styles from '../dialogs/dialogs.module.css'

type Effect = CancellationPlanAnswer['effects'][number]
export type Choices = Readonly<Record<string, string>>

interface CancelPlanProps {
  readonly plan: CancellationPlanAnswer
  readonly choices: Choices
  readonly onChoose: (choices: Choices) => void
  /** It is of what was asked before. */
  readonly stale: boolean
}

/** What becomes of every document: undone, left as it is, or for the person to decide. */
export function CancelPlan({ plan, choices, onChoose, stale }: CancelPlanProps) {
  const { t } = useTranslation()
  const items = plan.effects.map((effect) => ({
    effect,
    item: { id: keyOf(effect), ...remarkOf(effect), text: <Told effect={effect} /> },
  }))
  const stays = (effect: Effect) => effect.action === 'KEEP' && effect.document.type !== 'order'
  const choiceOf = ({ key, options, default: usual }: CancellationPlanAnswer['choices'][number]): PlanItem => ({
    id: key,
    text: t(`orders.cancel.choices.${key as 'paidMoney'}`),
    choice: (
      <div className={styles.radios} role="radiogroup" aria-label={t(`orders.cancel.choices.${key as 'paidMoney'}`)}>
        {options.map((option) => (
          <label key={option} className={styles.check}>
            <Check
              type="radio"
              name={key}
              checked={(choices[key] ?? usual) === option}
              onChange={() => onChoose({ ...choices, [key]: option })}
            />
            {t(`orders.cancel.options.${option as 'ADVANCE'}`)}
          </label>
        ))}
      </div>
    ),
  })
  return (
    <div className={styles.plan} data-stale={stale || undefined} aria-busy={stale}>
      {plan.warnings.length > 0 && (
        <ul className={styles.warnings} style={{ marginBottom: 16 }}>
          {plan.warnings.map(({ code, message }) => (
            <li key={code} className={styles.warning}>
              <ToneMark tone="warning" size={13} />
              {message}
            </li>
          ))}
        </ul>
      )}
      <PlanList
        choices={plan.choices.map(choiceOf)}
        undone={items.filter(({ effect }) => !stays(effect)).map(({ item }) => item)}
        kept={items.filter(({ effect }) => stays(effect)).map(({ item }) => item)}
      />
    </div>
  )
}

const keyOf = ({ document: { type, id }, action }: Effect) => `${type} ${id} ${action}`
/** What the plan remarks on a document. */
const remarkOf = ({ note }: Effect) => (note ? { why: note } : {})

function Told({ effect }: { readonly effect: Effect }) {
  const { t } = useTranslation()
  const word = useWord()
  const { document, action, quantity, amount, spent } = effect
  const isName = document.type === 'reservation' || document.type === 'order_item'
  return (
    <span className={styles.effect}>
      <span>{word('document', document.type)}</span>{' '}
      {isName ? <span>{document.number}</span> : <DocumentLink {...document} bare />}{' '}
      <span>{t(`orders.cancel.does.${action}`)}</span>{' '}
      {quantity !== null && <span className={styles.said}>{written(quantity)}</span>}
      <span className={styles.tail}>
        {spent !== null && spent > 0 && (
          <span className={styles.said}>
            {t('orders.cancel.spent')} <Money value={spent} />
          </span>
        )}
        {amount !== null && <Money value={amount} />}
      </span>
    </span>
  )
}
