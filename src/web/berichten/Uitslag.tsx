import { Link } from 'react-router'
import type { Datum } from '#core/base/datum.ts'
import type { Berichtantwoord } from '#http/api/berichten/vormen.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { Termijn } from '../onderdelen/Termijn.tsx'

/** Wat een retourbericht zegt, in één zin: wie wat wanneer aannam of afkeurde, en waar het over gaat of in staat. */
export function Uitslag({ bericht: b }: { bericht: Berichtantwoord }) {
  const heen = b.keten.find((k) => k.verband === 'heenbericht')
  const antwoord = b.keten.find((k) => k.verband === 'antwoord')
  const ander = heen ?? antwoord
  if (b.antwoordUiterlijk !== null) return <Wacht uiterlijk={b.antwoordUiterlijk as Datum} />
  if (ander === undefined) return null
  const over = heen ?? b
  const wat = watStaatEr[over.stand as keyof typeof watStaatEr]
  if (wat === undefined) return null
  const wie = over.richting === 'in' ? 'de gemeente' : (b.aanbieder?.naam ?? 'de aanbieder')
  const op = heen && b.dagtekening ? schrijfDatum(b.dagtekening) : schrijfTijdstip((heen ? b : ander).vastgelegdOp, '')
  return (
    <p className="br-uitslag">
      {wat} door {wie} op {op}.{' '}
      <Link to={`/berichten/${ander.id}`}>
        {heen ? 'Dit is het antwoord op' : 'Dat staat in'} {ander.naam} {ander.identificatie}
      </Link>
    </p>
  )
}

function Wacht({ uiterlijk }: { uiterlijk: Datum }) {
  const { vandaag } = gebruikEigenSessie()
  const teLaat = uiterlijk < vandaag
  return (
    <p className="br-uitslag">
      <Termijn tot={uiterlijk} vandaag={vandaag as Datum} bijnaDagen={1} />{' '}
      {teLaat
        ? `Het antwoord had uiterlijk op ${schrijfDatum(uiterlijk)} moeten komen (OP090). Bel de aanbieder; heeft hij het bericht niet, dan kan het opnieuw verstuurd worden.`
        : `Het antwoord komt uiterlijk op ${schrijfDatum(uiterlijk)} (OP090).`}
    </p>
  )
}

const watStaatEr = { aangenomen: 'Alles aangenomen', deels: 'Een deel aangenomen', afgekeurd: 'Afgekeurd' }
