import type { Verschilantwoord } from '#http/api/keten/aanbiederroutes.ts'
import { regelzin, wijzigzin } from './regelzin.ts'

/** Wat er tussen twee contracten verandert, in zinnen. */
export function Verschil({ verschil: { erbij, weg, gewijzigd, gelijk } }: { verschil: Verschilantwoord }) {
  const blokken = [
    { kop: 'Erbij', zinnen: erbij.map(regelzin) },
    { kop: 'Wijzigt', zinnen: gewijzigd.map(wijzigzin) },
    { kop: 'Weg', zinnen: weg.map(regelzin) },
  ].filter((b) => b.zinnen.length > 0)
  return (
    <>
      {blokken.map(({ kop, zinnen }) => (
        <div key={kop}>
          <p>
            <strong>{kop}</strong>
          </p>
          <ul className="aan-lijst">
            {zinnen.map((z) => (
              <li key={z}>{z}</li>
            ))}
          </ul>
        </div>
      ))}
      {blokken.length === 0 && <p>De tarieven veranderen niet.</p>}
      {gelijk > 0 && <p className="md-bijtekst">{gelijk === 1 ? 'Eén regel blijft gelijk.' : `${gelijk} regels blijven gelijk.`}</p>}
    </>
  )
}
