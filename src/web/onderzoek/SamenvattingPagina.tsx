import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { bezoeksoorten } from '#core/dossier/onderzoek.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { gebruikEigenSessie, heeftRol } from '../api/gebruik-sessie.ts'
import { roepApi } from '../api/roep-api.ts'
import { sleutels } from '../api/sleutels.ts'
import { schrijfDag, schrijfDatum, schrijfTijdstip } from '../kader/schrijf-datum.ts'
import { NietTeZien } from '../dossier/MetGegevens.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Laden } from '../onderdelen/Laden.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Pagina } from '../onderdelen/Pagina.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { onderzoekadres } from './beeld.ts'
import { heeftOnbewaard } from './gebruik-bewaren.ts'
import { OverWie } from './OnderzoekKader.tsx'
import { Samengevat } from './Samengevat.tsx'
import type { Samenvatting } from './samenvatting.ts'
import './samenvatting.css'

/** Het onderzoek om te lezen en af te drukken: vragen, antwoorden, advies met redenen, en wat er is vastgesteld. */
export function SamenvattingPagina() {
  const { onderzoek = '' } = useParams()
  const vraag = useQuery({
    queryKey: sleutels.samenvatting(onderzoek),
    queryFn: async ({ signal }) =>
      (await roepApi<Samenvatting>('GET', `/onderzoeken/${onderzoek}/samenvatting`, { signaal: signal })).waarde,
  })
  if (vraag.data) return <Scherm samenvatting={vraag.data} />
  if (vraag.error)
    return (
      <NietTeZien
        probleem={alsProbleem(vraag.error)}
        wat="Dit onderzoek"
        terug={{ naar: '/inwoners', tekst: 'Inwoners zoeken' }}
        opnieuw={() => void vraag.refetch()}
      />
    )
  return (
    <Pagina titel="Samenvatting">
      <Laden wat="De samenvatting wordt gemaakt" />
    </Pagina>
  )
}

function Scherm({ samenvatting: s }: { samenvatting: Samenvatting }) {
  const sessie = gebruikEigenSessie()
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const drukAf = async () => {
    zetProbleem(null)
    try {
      // Eerst het logboek, dan het papier: een afdruk waarvan niemand weet, is er niet.
      await roepApi('POST', `/onderzoeken/${s.id}/afdrukken`)
      window.print()
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  return (
    <Pagina
      titel="Samenvatting van het onderzoek"
      boven={<OverWie {...s} />}
      acties={
        <>
          <KnopLink naar={onderzoekadres(s.inwoner.id, s.id)}>Naar het onderzoek</KnopLink>
          {heeftRol(sessie, 'consulent', 'teamleider') && (
            <Knop soort="primair" icoon="afdrukken" opKlik={() => void drukAf()}>
              Afdrukken
            </Knop>
          )}
        </>
      }
    >
      {probleem && <Probleemmelding probleem={probleem} opnieuw={() => void drukAf()} />}
      {heeftOnbewaard(s.id) && (
        <Melding soort="waarschuwing" titel="Nog niet alle antwoorden zijn opgeslagen.">
          Wat hieronder staat, is wat wel is opgeslagen.
        </Melding>
      )}
      <p className="sam-kop">
        {s.inwoner.naam}
        {s.inwoner.geboortedatum && `, geboren ${schrijfDatum(s.inwoner.geboortedatum)}`}
        {s.inwoner.woonplaats && `, ${s.inwoner.woonplaats}`}
        {s.zaak && `. Zaak ${s.zaak.nummer}`}. Onderzoek begonnen op {schrijfDag(s.gestartOp)} door {s.gestartDoor.naam}
        {s.afgerondOp ? `, afgerond op ${schrijfDag(s.afgerondOp)}` : ''}. Laatst gewijzigd door {s.gewijzigdDoor.naam},{' '}
        {schrijfTijdstip(s.gewijzigdOp, '')}.
      </p>
      {s.zaak?.hulpvraag && <blockquote className="sam-hulpvraag">{s.zaak.hulpvraag}</blockquote>}
      {s.bezoeken.length > 0 && (
        <ul className="sam-lijst">
          {s.bezoeken.map((b) => (
            <li key={b.id}>
              {bezoeksoorten[b.soort as keyof typeof bezoeksoorten] ?? b.soort}, {schrijfDatum(b.datum)}
              {b.aanwezig && `; aanwezig: ${b.aanwezig}`}
              {b.verslag && `. ${b.verslag}`}
              {b.ingetrokken !== null && `. Ingetrokken: ${b.ingetrokken}`}
            </li>
          ))}
        </ul>
      )}
      <Samengevat samenvatting={s} />
      <p className="md-bijtekst sam-voet">
        {s.catalogus.naam}, versie {s.catalogus.versie}, inhoud {s.catalogus.hash.slice(0, 12)}. Samengevat op{' '}
        {schrijfDatum(sessie.vandaag)} door {sessie.medewerker.naam}. Een advies is geen besluit; de consulent beslist.
      </p>
    </Pagina>
  )
}
