import type { BoardAnswer } from '@prometric/contracts/deals'
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { ask, useAnswer, withQuery } from '../../../lib/api.js'
import type { Answer } from '../../../lib/http.js'
import type { BoardStage } from '../deal-answer.js'

/** What narrows the board, as it stands in the address. */
export interface BoardFilter {
  readonly pipelineId?: string | undefined
  readonly search?: string | undefined
  readonly assignedTo?: string | undefined
  readonly customerId?: string | undefined
  readonly priority?: string | undefined
  readonly isStale?: string | undefined
}

const limitPerStage = 50

/** The columns of the pipeline with their first cards, and the next ones of a column when they are asked for. */
export function useBoard(filter: BoardFilter) {
  const { pipelineId, search, assignedTo, customerId, priority, isStale } = filter
  const path = withQuery('/deals/pipeline', {
    pipelineId,
    search,
    assignedTo,
    customerId,
    priority,
    isStale,
    limitPerStage,
  })
  const first = useAnswer<BoardAnswer>(path, { keep: true })
  const [further, setFurther] = useState<{ path: string; pages: readonly string[] }>({ path, pages: [] })
  const pages = further.path === path ? further.pages : []
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: [page],
      queryFn: ({ signal }: { signal: AbortSignal }) => ask<BoardAnswer>(page, { signal }),
    })),
    combine: arrived,
  })
  const board = useMemo(
    () => first.data && { ...first.data, stages: first.data.stages.map((stage) => withPages(stage, answers)) },
    [first.data, answers],
  )
  const more = (stage: BoardStage) => {
    if (!stage.nextCursor) return
    const next = `${path}&stage=${stage.stage}&cursor=${encodeURIComponent(stage.nextCursor)}`
    if (!pages.includes(next)) setFurther({ path, pages: [...pages, next] })
  }
  return { board, path, more, error: first.error, retry: () => void first.refetch(), isStale: first.isPlaceholderData }
}

const arrived = (pages: readonly UseQueryResult<Answer<BoardAnswer>>[]): readonly BoardAnswer[] =>
  pages.flatMap(({ data }) => (data ? [data.data] : []))

/** Pages were asked one after another; a card that came twice while others moved is shown once. */
function withPages(stage: BoardStage, answers: readonly BoardAnswer[]): BoardStage {
  const pages = answers.flatMap(({ stages }) =>
    stages.length === 1 && stages[0]?.pipelineStageId === stage.pipelineStageId ? stages : [],
  )
  const last = pages.at(-1)
  if (!last) return stage
  const deals = new Map([stage, ...pages].flatMap((page) => page.deals.map((card) => [card.id, card] as const)))
  return { ...stage, deals: [...deals.values()], nextCursor: last.nextCursor }
}
