import type { BoardAnswer } from '@prometric/contracts/deals'
import type { WonDeal } from '@prometric/contracts/won-deal'
import { useState } from 'react'
import { go } from './address.js'
import { command, read } from './api.js'
import { Column } from './column.js'
import { money } from './format.js'
import { useLanguage } from './language.js'
import type { OrderRow } from './order-answer.js'
import { Problem, Waiting } from './problem.js'
import { useAnswer } from './use-answer.js'

/** The pipeline: every column with its totals over all its deals, counted by the server. */
export function Board() {
  const { texts } = useLanguage()
  const { data: board, error, reload } = useAnswer<BoardAnswer>('/deals/pipeline?limitPerStage=50')
  const [winning, setWinning] = useState<string>()
  const [problem, setProblem] = useState<unknown>()
  const [notice, setNotice] = useState<string>()

  async function act(dealId: string, find: () => Promise<string | undefined>) {
    setWinning(dealId)
    setProblem(undefined)
    setNotice(undefined)
    try {
      const orderId = await find()
      if (orderId) return go(`/orders/${orderId}`)
      setNotice(texts.board.noOrder)
      reload()
    } catch (refusal) {
      setProblem(refusal)
    }
    setWinning(undefined)
  }

  const win = (dealId: string) => act(dealId, async () => (await command<WonDeal>(`/deals/${dealId}/win`)).order?.id)
  const open = (dealId: string) =>
    act(dealId, async () => (await read<OrderRow[]>(`/orders?dealId=${dealId}&limit=1`))[0]?.id)

  if (error) return <Problem error={error} retry={reload} />
  if (!board) return <Waiting />
  const { totalDeals, totalValue, totalExpectedRevenue } = board.summary
  return (
    <main className="page wide">
      <h1>{texts.board.title}</h1>
      <p className="quiet">
        {`${texts.board.deals(totalDeals)} · ${money(totalValue)} · ${texts.board.expected} ${money(totalExpectedRevenue)}`}
      </p>
      <Problem error={problem} />
      {notice && <p role="status">{notice}</p>}
      <div className="board">
        {board.stages.map((stage) => (
          <Column key={stage.pipelineStageId} stage={stage} busy={winning} onWin={win} onOpen={open} />
        ))}
      </div>
    </main>
  )
}
