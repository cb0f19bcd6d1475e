import { contactvoorkeuren, geslachten, vertegenwoordigerRollen } from '#core/dossier/inwoner.ts'
import { volledigeNaam } from '#core/dossier/naam.ts'
import type { Inwonerantwoord } from '#http/api/dossier/vormen.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Kerngegevens, type Kerngegeven } from '../onderdelen/Kerngegevens.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Melding } from '../onderdelen/Melding.tsx'

/** Wie het is en hoe hij te bereiken is: eerst lezen, wijzigen is een eigen scherm. */
export function Gegevensdeel({ inwoner }: { inwoner: Inwonerantwoord }) {
  return (
    <div className="md-dossierdeel">
      {inwoner.contactGeweigerd === 'geheim_adres' && (
        <Melding soort="info" titel="Het adres van deze inwoner is geheim.">
          <p>Alleen wie de inwoner helpt, ziet waar hij woont en hoe hij te bereiken is.</p>
        </Melding>
      )}
      <Kerngegevens gegevens={[...identiteit(inwoner), ...contact(inwoner)]} />
      {inwoner.mag.wijzigen && (
        <p className="md-knoppen">
          <KnopLink naar={`/inwoners/${inwoner.id}/wijzigen`}>Gegevens wijzigen</KnopLink>
        </p>
      )}
    </div>
  )
}

const identiteit = (i: Inwonerantwoord): Kerngegeven[] => [
  { naam: 'Naam', waarde: volledigeNaam(i.naam) },
  { naam: 'Geboortedatum', waarde: i.geboortedatum && schrijfDatum(i.geboortedatum) },
  { naam: 'Woonplaats', waarde: i.woonplaats },
]

function contact({ contact: c }: Inwonerantwoord): Kerngegeven[] {
  if (!c) return []
  const { straat, huisnummer, toevoeging, postcode } = c.adres
  const regels = [[straat, huisnummer, toevoeging].filter(Boolean).join(' '), postcode].filter(Boolean)
  const v = c.vertegenwoordiger
  return [
    { naam: 'Adres', waarde: regels.join(', ') },
    { naam: 'Telefoon', waarde: c.telefoon && <a href={`tel:${c.telefoon.replace(/[^\d+]/g, '')}`}>{c.telefoon}</a> },
    { naam: 'E-mail', waarde: c.email && <a href={`mailto:${c.email}`}>{c.email}</a> },
    { naam: 'Wil bereikt worden', waarde: c.contactvoorkeur && contactvoorkeuren[c.contactvoorkeur as keyof typeof contactvoorkeuren] },
    { naam: 'Geslacht', waarde: c.geslacht && geslachten[c.geslacht as keyof typeof geslachten] },
    {
      naam: 'Vertegenwoordiger',
      waarde: v
        ? `${v.naam}, ${(vertegenwoordigerRollen[v.rol as keyof typeof vertegenwoordigerRollen] ?? v.rol).toLowerCase()}${v.telefoon ? `, ${v.telefoon}` : ''}`
        : 'Geen',
    },
  ]
}
