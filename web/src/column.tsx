import type { BoardAnswer } from '@prometric/contracts/deals'
import { useEffect, useState } from 'react'
import { read } from './api.js'
import { Card } from './card.js'
import { money } from './format.js'
import { useLanguage } from './language.js'

export type Stage = BoardAnswer['stages'][number]

interface ColumnProps {
  readonly stage: Stage
  /** The deal that is being acted on. */
  readonly busy: string | undefined
  onWin(dealId: string): void
  onOpen(dealId: string): void
}

/** One stage. Its head speaks of all its deals, whatever is shown below. */
export function Column({ stage, busy, onWin, onOpen }: ColumnProps) {
  const { texts } = useLanguage()
  const [{ deals, nextCursor }, setShown] = useState(stage)
  useEffect(() => setShown(stage), [stage])

  async function showMore() {
    const query = `stage=${stage.stage}&cursor=${nextCursor}&limitPerStage=50`
    const answer = await read<BoardAnswer>(`/deals/pipeline?${query}`).catch(() => undefined)
    const next = answer?.stages.find((one) => one.pipelineStageId === stage.pipelineStageId)
    if (next) setShown((before) => ({ ...next, deals: [...before.deals, ...next.deals] }))
  }

  return (
    <section className="column" aria-labelledby={stage.pipelineStageId}>
      <header>
        <h2 id={stage.pipelineStageId}>
          {stage.name} <span className="count">{stage.count}</span>
        </h2>
        <p className="figure">{money(stage.totalValue)}</p>
        <p className="quiet figure">{`${texts.board.expected} ${money(stage.expectedRevenue)}`}</p>
      </header>
      {deals.length === 0 && <p className="quiet">{texts.board.empty}</p>}
      <ul>
        {deals.map((deal) => (
          <Card key={deal.id} deal={deal} stage={stage.stage} busy={busy === deal.id} onWin={onWin} onOpen={onOpen} />
        ))}
      </ul>
      {nextCursor && (
        <button type="button" onClick={() => void showMore()}>
          {texts.board.more}
        </button>
      )}
    </section>
  )
}
