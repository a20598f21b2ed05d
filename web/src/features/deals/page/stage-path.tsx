import type { DealStage } from '@prometric/contracts/deals'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../lib/language.js'
import { useShortcut } from '../../../lib/keyboard.js'
import type { DealCard, PipelineStage } from '../deal-answer.js'
import { isOpen } from '../stages.js'
import styles from './stage-path.module.css'

interface StagePathProps {
  readonly deal: DealCard
  /** Where it stands on the screen: ahead of the server while it is asked. */
  readonly stage: DealStage
  readonly onMove: ((stage: DealStage) => void) | undefined
}

/** The way of a deal: where it was and how long, where it is, where it may go. A click or its digit moves it. */
export function StagePath({ deal, stage, onMove }: StagePathProps) {
  const { t } = useTranslation()
  const at = deal.stages.findIndex(({ canonicalStage }) => canonicalStage === (isOpen(stage) ? stage : lastOpen(deal)))
  const closed = !isOpen(stage)
  const shown = deal.stages.filter(({ canonicalStage }) => isOpen(canonicalStage) || canonicalStage === stage)
  return (
    <ol className={styles.path} aria-label={t('deals.path.label')}>
      {shown.map((each, index) => {
        const here = each.canonicalStage === stage
        const state = here ? (closed ? each.canonicalStage : 'here') : index <= at ? 'passed' : 'ahead'
        return (
          <Step
            key={each.id}
            stage={each}
            state={state}
            digit={deal.stages.indexOf(each) + 1}
            days={daysIn(deal, each.canonicalStage)}
            onMove={closed || here || !onMove ? undefined : () => onMove(each.canonicalStage)}
          />
        )
      })}
      {onMove && !closed && (
        <>
          <DigitOnly digit={6} does={t('deals.win.verb')} run={() => onMove('WON')} />
          <DigitOnly digit={7} does={t('deals.lose.verb')} run={() => onMove('LOST')} />
        </>
      )}
    </ol>
  )
}

interface StepProps {
  readonly stage: PipelineStage
  readonly state: string
  readonly digit: number
  readonly days: number
  readonly onMove: (() => void) | undefined
}

function Step({ stage, state, digit, days, onMove }: StepProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = stage.nameTranslations[language] ?? stage.name
  useShortcut({ keys: String(digit), does: t('deals.reason.move', { stage: name }) }, () => onMove?.(), Boolean(onMove))
  const inside = (
    <>
      <span className={styles.name}>{name}</span>
      {days > 0 && <span className={styles.days}>{t('deals.path.days', { count: days })}</span>}
    </>
  )
  return (
    <li className={styles.step} data-state={state} aria-current={state === 'here' ? 'step' : undefined}>
      {onMove ? (
        <button
          type="button"
          className={styles.inside}
          title={t('deals.reason.move', { stage: name })}
          onClick={onMove}
        >
          {inside}
        </button>
      ) : (
        <span className={styles.inside} title={name}>
          {inside}
        </span>
      )}
    </li>
  )
}

function DigitOnly({ digit, does, run }: { readonly digit: number; readonly does: string; readonly run: () => void }) {
  useShortcut({ keys: String(digit), does }, run)
  return null
}

/** A closed deal has gone as far as the stage before. */
const lastOpen = ({ stageHistory }: DealCard): DealStage => stageHistory.at(-1)?.fromStage ?? 'LEAD'

/** Whole days that a deal has spent in a stage, over all its visits. */
function daysIn(deal: DealCard, stage: DealStage): number {
  const visits = deal.stageHistory.filter(({ toStage }) => toStage === stage && isOpen(toStage))
  const seconds = visits.reduce(
    (total, { durationSeconds, enteredAt }) => total + (durationSeconds ?? (Date.now() - Date.parse(enteredAt)) / 1000),
    0,
  )
  return Math.max(0, Math.floor(seconds / 86_400))
}
