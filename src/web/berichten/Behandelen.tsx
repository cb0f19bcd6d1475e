import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Stapsoort, type Stapweigering, zetStap } from '#core/toewijzing/uitvalwerk.ts'
import type { Uitvalantwoord } from '#http/api/berichten/uitvalvormen.ts'
import { gebruikEigenSessie } from '../api/gebruik-sessie.ts'
import { alsProbleem, type Probleem } from '../api/probleem.ts'
import { roepApi } from '../api/roep-api.ts'
import { vervallen } from '../api/vraagclient.ts'
import { Keuzelijst } from '../onderdelen/Keuzelijst.tsx'
import { Knop } from '../onderdelen/Knop.tsx'
import { Melding } from '../onderdelen/Melding.tsx'
import { Probleemmelding } from '../onderdelen/Probleemmelding.tsx'
import { Tekstvlak } from '../onderdelen/Tekstvlak.tsx'
import { meldOngedaan, toonToast } from '../onderdelen/toast.ts'

type Stapopgave = { soort: Stapsoort; naar?: string; toelichting?: string }

/** De stappen die nu kunnen. Een afgehandeld geval is terug te halen, meteen of later. */
export function Behandelen({ geval: g }: { geval: Uitvalantwoord }) {
  const { medewerker } = gebruikEigenSessie()
  const client = useQueryClient()
  const [toelichting, zetToelichting] = useState('')
  const [naar, zetNaar] = useState('')
  const [veldfout, zetVeldfout] = useState<Stapweigering | null>(null)
  const [probleem, zetProbleem] = useState<Probleem | null>(null)
  const stuur = async (stap: Stapopgave, versie: number) => {
    const { waarde } = await roepApi<Uitvalantwoord>('POST', `/uitval/${g.id}/stappen`, { lichaam: stap, etag: `"v${versie}"` })
    await vervallen(client, 'uitval', 'berichten', 'berichttellingen')
    return waarde
  }
  const doe = async (opgave: Stapopgave, klaar: (na: Uitvalantwoord) => void) => {
    zetProbleem(null)
    const stap = { ...opgave, ...(toelichting.trim() && { toelichting: toelichting.trim() }) }
    const kan = zetStap(
      { stand: g.stand, behandelaar: g.behandelaar?.id ?? null },
      { naar: null, toelichting: null, ...stap },
      medewerker.id,
    )
    zetVeldfout(kan.ok ? null : kan.fout)
    if (!kan.ok && kan.fout.plaats !== '') return
    try {
      const na = await stuur(stap, g.versie)
      zetToelichting('')
      zetNaar('')
      klaar(na)
    } catch (fout) {
      zetProbleem(alsProbleem(fout))
    }
  }
  const zeg = (tekst: string) => () => toonToast({ tekst })
  const fout = (plaats: string) => (veldfout?.plaats === plaats ? veldfout.tekst : probleem?.fouten.find((f) => f.plaats === plaats)?.tekst)
  const vanMij = g.behandelaar?.id === medewerker.id
  const anderen = g.behandelaars.filter((b) => b.id !== medewerker.id && b.id !== g.behandelaar?.id)
  return (
    <section className="br-behandel" aria-label="Behandelen">
      {probleem?.status === 412 && (
        <Melding soort="waarschuwing" titel={`${probleem.wie ?? 'Een collega'} was u voor.`} voorlezen>
          <p>Er is niets overschreven. </p>
          <Knop opKlik={() => void vervallen(client, 'uitval').then(() => zetProbleem(null))}>Bekijk hoe het er nu voor staat</Knop>
        </Melding>
      )}
      {probleem && probleem.status !== 412 && probleem.fouten.length === 0 && <Probleemmelding probleem={probleem} />}
      <Tekstvlak
        label="Toelichting"
        uitleg={g.stand === 'open' ? 'Nodig bij afhandelen: schrijf op wat er gedaan is.' : 'Wie dit later leest, ziet waarom.'}
        optioneel="vanzelf"
        hoogstens={1000}
        regels={2}
        waarde={toelichting}
        opWijzig={zetToelichting}
        fout={fout('/toelichting')}
      />
      {g.stand === 'klaar' ? (
        <p className="md-knoppen">
          <Knop opKlik={() => void doe({ soort: 'heropend' }, zeg('Staat weer open.'))}>Heropen</Knop>
          <Knop soort="stil" opKlik={() => void doe({ soort: 'opmerking' }, zeg('Opmerking vastgelegd.'))}>
            Leg alleen de opmerking vast
          </Knop>
        </p>
      ) : (
        <>
          <p className="md-knoppen">
            {!vanMij && (
              <Knop soort="primair" opKlik={() => void doe({ soort: 'opgepakt' }, zeg('U bent hiermee bezig.'))}>
                {g.behandelaar ? 'Neem over' : 'Pak op'}
              </Knop>
            )}
            <Knop
              soort={vanMij ? 'primair' : 'gewoon'}
              opKlik={() =>
                void doe({ soort: 'gesloten' }, (na) => meldOngedaan('Afgehandeld.', () => stuur({ soort: 'heropend' }, na.versie)))
              }
            >
              Handel af
            </Knop>
            {vanMij && <Knop opKlik={() => void doe({ soort: 'losgelaten' }, zeg('Ligt weer bij de rest.'))}>Leg terug</Knop>}
            <Knop soort="stil" opKlik={() => void doe({ soort: 'opmerking' }, zeg('Opmerking vastgelegd.'))}>
              Leg alleen de opmerking vast
            </Knop>
          </p>
          {anderen.length > 0 && (
            <div className="br-behandel__geef">
              <Keuzelijst
                label="Geef aan een collega"
                optioneel="vanzelf"
                leeg="Kies een collega"
                waarde={naar}
                opWijzig={zetNaar}
                fout={fout('/naar')}
                opties={anderen.map((b) => ({ waarde: b.id, tekst: b.naam }))}
              />
              <Knop
                opKlik={() =>
                  void doe({ soort: 'overgedragen', ...(naar && { naar }) }, (na) =>
                    toonToast({ tekst: `Ligt nu bij ${na.behandelaar?.naam}.` }),
                  )
                }
              >
                Geef
              </Knop>
            </div>
          )}
        </>
      )}
    </section>
  )
}
