import type { BoardAnswer } from '@prometric/contracts/deals'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { ask, invalidate } from '../../../lib/api.js'
import { isOpen } from '../stages.js'
import { movedBoard, type PendingMove } from './moved-board.js'

export interface NotMoved {
  readonly title: string
  readonly error: unknown
}

/** Moves at once and asks the server then; what it refuses goes back to its place, with the reason. */
export function useMoves(board: BoardAnswer | undefined) {
  const client = useQueryClient()
  const [pending, setPending] = useState<readonly PendingMove[]>([])
  const [notMoved, setNotMoved] = useState<NotMoved>()
  // Cards that were moved here: what is heard of them from outside is no news.
  const mine = useRef(new Set<string>())

  async function send(move: PendingMove, reason?: string) {
    const { card, to } = move
    const place = isOpen(to) ? { beforeId: move.beforeId, afterId: move.afterId } : {}
    mine.current.add(card.id)
    setNotMoved(undefined)
    try {
      await ask(`/deals/${card.id}/move`, {
        method: 'PATCH',
        body: { stage: to, ...place, ...(reason && { reason }) },
        idempotencyKey: crypto.randomUUID(),
      })
      await invalidate(client, ['/deals'])
    } catch (error) {
      setNotMoved({ title: card.title, error })
    } finally {
      drop(move)
      // The frame of the move may come after the answer.
      setTimeout(() => mine.current.delete(card.id), 3000)
    }
  }

  const hold = (move: PendingMove) => {
    mine.current.add(move.card.id)
    setPending((before) => [...before.filter(({ card }) => card.id !== move.card.id), move])
  }
  const drop = (move: PendingMove) => setPending((before) => before.filter((each) => each !== move))

  return {
    board: board && movedBoard(board, pending),
    /** Shows the card in its new place and sends it. */
    move: (move: PendingMove) => {
      hold(move)
      void send(move)
    },
    /** Shows it there while something is still asked. */
    hold,
    /** Sends what was held. */
    send,
    /** Puts it back. */
    drop,
    mine,
    notMoved,
    forget: () => setNotMoved(undefined),
  }
}
