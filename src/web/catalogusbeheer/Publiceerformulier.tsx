import { useState } from 'react'
import type { Mapversieantwoord, Publicatieantwoord } from '#http/api/catalogus/vormen.ts'
import { gebruikAanmaken } from '../api/gebruik-aanmaken.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { gebruikFormulier } from '../formulier/gebruik-formulier.ts'
import { schrijfDatum } from '../kader/schrijf-datum.ts'
import { Conceptmelding } from '../onderdelen/Conceptmelding.tsx'
import { Datumveld } from '../onderdelen/Datumveld.tsx'
import { Foutoverzicht } from '../onderdelen/Foutoverzicht.tsx'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { KnopLink } from '../onderdelen/KnopLink.tsx'
import { Kop } from '../onderdelen/Kop.tsx'
import { Leeg } from '../onderdelen/Leeg.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { toonToast } from '../onderdelen/toast.ts'
import { Verschillen } from './VersiesBeheerPagina.tsx'

type Waarden = { versie: string; vanaf: string; reden: string }
type Props = { items: readonly Publicatieantwoord[]; versies: readonly Mapversieantwoord[] }

/** Een versie laten ingaan: eerst zien wat er verandert, dan de dag en de reden. */
export function Publiceerformulier({ items, versies }: Props) {
  const { vandaag } = gebruikEigenSessie()
  const [keer, zetKeer] = useState(0)
  const nu = items.find((p) => p.stand === 'geldt')
  const kiesbaar = versies.filter((v) => v.hash !== nu?.hash || items.some((p) => p.stand === 'straks'))
  if (kiesbaar.length === 0) {
    return (
      <section className="cb-deel" aria-labelledby="publiceren">
        <Kop niveau={2} id="publiceren">
          Een versie laten ingaan
        </Kop>
        <Leeg titel="Er staat geen andere versie klaar">
          Een nieuwe versie komt in de map met catalogi. Zodra zij daar vastligt, kiest u hier de dag waarop zij ingaat.
        </Leeg>
      </section>
    )
  }
  return <Formulier key={keer} kiesbaar={kiesbaar} nu={nu} vandaag={vandaag} opKlaar={() => zetKeer(keer + 1)} />
}

type FormulierProps = {
  kiesbaar: readonly Mapversieantwoord[]
  nu: Publicatieantwoord | undefined
  vandaag: string
  opKlaar: () => void
}

function Formulier({ kiesbaar, nu, vandaag, opKlaar }: FormulierProps) {
  const [eerder, zetEerder] = useState<{ id: string; versie: string } | null>(null)
  const maak = gebruikAanmaken<Waarden & { vervangt?: string }, Publicatieantwoord>('/cataloguspublicaties', {
    formulier: 'publicatie',
    verversen: ['cataloguspublicaties', 'instellingkeuzes'],
  })
  const laatste = kiesbaar.at(-1) as Mapversieantwoord
  const f = gebruikFormulier<Waarden>({
    id: 'publicatie',
    begin: { versie: laatste.versie, vanaf: laatste.geldigVan > vandaag ? laatste.geldigVan : '', reden: '' },
    controleer: (w) => [
      ...(w.vanaf === '' ? [{ plaats: '/vanaf', code: 'LEEG', tekst: 'Vul in op welke dag deze versie ingaat.' }] : []),
      ...(w.reden.trim().length < 10 ? [{ plaats: '/reden', code: 'LEEG', tekst: 'Schrijf in minstens 10 tekens waarom.' }] : []),
    ],
    verstuur: (w) => bewaar(w, eerder?.id),
  })
  const bewaar = async (w: Waarden, vervangt?: string) => {
    try {
      const { waarde } = await maak.mutateAsync({ ...w, ...(vervangt && { vervangt }) })
      toonToast({ tekst: `Versie ${waarde.versie} gaat in op ${schrijfDatum(waarde.geldigVan)}.` })
      opKlaar()
    } catch (fout) {
      zetEerder(overlapt(alsProbleem(fout)))
      throw fout
    }
  }
  const gekozen = kiesbaar.find((v) => v.versie === f.waarden.versie)
  return (
    <section className="cb-deel" aria-labelledby="publiceren">
      <Kop niveau={2} id="publiceren">
        Een versie laten ingaan
      </Kop>
      <Conceptmelding formulier={f} />
      <Foutoverzicht formulier={f} />
      <form className="md-formulier cb-formulier" noValidate onSubmit={(e) => void f.verstuur(e)}>
        <Keuzelijst
          label="Versie"
          opties={kiesbaar.map((v) => ({
            waarde: v.versie,
            tekst: `${v.versie} (mag vanaf ${schrijfDatum(v.geldigVan)}${v.hash === null ? ', ligt nog niet vast' : ''})`,
          }))}
          {...f.veld('/versie')}
        />
        {gekozen?.toelichting && <p className="md-bijtekst">{gekozen.toelichting}</p>}
        {gekozen?.hash === null && (
          <Melding soort="info" compact titel="Deze versie ligt nog niet vast.">
            U kunt haar al doorrekenen. Ingaan kan pas als zij vastligt, zodat zij daarna niet meer verandert.
          </Melding>
        )}
        {nu && gekozen && nu.versie !== gekozen.versie && <Verschillen van={nu.versie} naar={gekozen.versie} />}
        <Datumveld label="Gaat in op" {...f.veld('/vanaf')} />
        <Tekstvlak
          label="Waarom"
          uitleg="Bijvoorbeeld het besluit waar dit uit volgt. Collega's en toezicht lezen dit terug."
          hoogstens={1000}
          {...f.veld('/reden')}
        />
        {eerder && (
          <Melding soort="waarschuwing" titel={`Op die dag gaat al versie ${eerder.versie} in.`}>
            Verstuurt u opnieuw, dan vervangt deze publicatie die andere. Dat kan omdat zij nog niet is ingegaan.
          </Melding>
        )}
        <p className="md-knoppen">
          <Knop soort="primair" type="submit">
            {eerder ? `Vervang versie ${eerder.versie}` : 'Laat deze versie ingaan'}
          </Knop>
          <KnopLink naar={`/catalogusbeheer/doorrekenen?${new URLSearchParams({ versie: f.waarden.versie, vanaf: f.waarden.vanaf })}`}>
            Eerst doorrekenen
          </KnopLink>
        </p>
      </form>
    </section>
  )
}

/** Er gaat op die dag al iets in dat nog te vervangen is. */
function overlapt(p: Probleem): { id: string; versie: string } | null {
  return p.code === 'GELDIGHEID_OVERLAPT' ? (p.huidig as { id: string; versie: string }) : null
}
