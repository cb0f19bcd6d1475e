import { Link } from 'react-router'
import type { Berichtantwoord } from '#http/api/berichten/vormen.ts'
import { schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'

/** Wat een retourbericht zegt, in één zin: wie wat wanneer aannam of afkeurde, en waar het over gaat of in staat. */
export function Uitslag({ bericht: b }: { bericht: Berichtantwoord }) {
  const heen = b.keten.find((k) => k.verband === 'heenbericht')
  const antwoord = b.keten.find((k) => k.verband === 'antwoord')
  const ander = heen ?? antwoord
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

const watStaatEr = { aangenomen: 'Alles aangenomen', deels: 'Een deel aangenomen', afgekeurd: 'Afgekeurd' }
