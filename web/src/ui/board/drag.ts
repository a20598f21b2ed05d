import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'

const kind = 'board-card'

export interface Dragged {
  readonly id: string
  readonly from: string
}

/** What is being dragged, when it is a card of a board. */
export const draggedOf = (data: Readonly<Record<string | symbol, unknown>>): Dragged | undefined =>
  data['kind'] === kind ? { id: String(data['id']), from: String(data['from']) } : undefined

/** Makes a card something to take hold of. */
export function useDraggable(element: RefObject<HTMLElement | null>, card: Dragged, enabled: boolean): boolean {
  const [lifted, setLifted] = useState(false)
  const { id, from } = card
  useEffect(() => {
    if (!element.current || !enabled) return
    return draggable({
      element: element.current,
      getInitialData: () => ({ kind, id, from }),
      onDragStart: () => setLifted(true),
      onDrop: () => setLifted(false),
    })
  }, [element, id, from, enabled])
  return lifted
}

/** The height in a column to which something is dragged, or nothing while nothing is over it. */
export function useDropHeight(
  element: RefObject<HTMLElement | null>,
  enabled: boolean,
  onDrop: (dragged: Dragged, height: number) => void,
): number | undefined {
  const [height, setHeight] = useState<number>()
  const drop = useEffectEvent(onDrop)
  useEffect(() => {
    const target = element.current
    if (!target || !enabled) return
    const heightOf = (clientY: number) => clientY - target.getBoundingClientRect().top + target.scrollTop
    return dropTargetForElements({
      element: target,
      canDrop: ({ source }) => draggedOf(source.data) !== undefined,
      onDrag: ({ location }) => setHeight(heightOf(location.current.input.clientY)),
      onDragLeave: () => setHeight(undefined),
      onDrop: ({ source, location }) => {
        setHeight(undefined)
        const dragged = draggedOf(source.data)
        if (dragged) drop(dragged, heightOf(location.current.input.clientY))
      },
    })
  }, [element, enabled])
  return height
}
