import { type ComponentType, lazy, Suspense } from 'react'

/** A component that a page is shown without: fetched the first time it is drawn, and nothing stands in its place until then. */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load() })) as ComponentType<Props>
  return (props) => (
    <Suspense>
      <Loaded {...props} />
    </Suspense>
  )
}
