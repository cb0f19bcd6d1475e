/** Houdt ruimte vrij zolang gegevens onderweg zijn; verschijnt pas na een halve seconde, zodat snel laden niet knippert. */
export function Laden({ wat }: { wat: string }) {
  return (
    <div className="md-laden" role="status">
      <p>{wat}…</p>
      <div className="md-laden__streep" />
      <div className="md-laden__streep" />
      <div className="md-laden__streep" />
    </div>
  )
}
