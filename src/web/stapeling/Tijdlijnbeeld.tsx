import { periodeInWoorden } from '#core/base/datum.ts'
import type { Catalogus } from '#core/catalogus/vorm.ts'
import { productnaam } from '#core/indicatie/stapeling.ts'
import { Icoon } from '#web/onderdelen/Icoon.tsx'
import type { Plek } from '#web/onderdelen/tijdas.ts'
import type { Tijdlijn } from './tijdlijn.ts'

const stijl = (p: Plek) => ({ insetInlineStart: `${p.links}%`, width: `${p.breedte}%` })

/** De perioden als balken, per product een baan. Een balk kiezen wijzigt de indicatie; dezelfde feiten staan in de tabel eronder. */
export function Tijdlijnbeeld({ catalogus, tijdlijn, bewerk }: { catalogus: Catalogus; tijdlijn: Tijdlijn; bewerk: (id: string) => void }) {
  const soorten = new Set(tijdlijn.banen.flatMap((b) => b.strepen.map((s) => s.soort)))
  return (
    <section className="stapeling-tijdlijn" aria-label="Tijdlijn">
      {[tijdlijn.jaren, tijdlijn.maanden].map(
        (as, i) =>
          as.length > 0 && (
            <div key={i === 0 ? 'jaren' : 'maanden'} className="stapeling-as" data-jaren={i === 0 || undefined} aria-hidden="true">
              {as.map((m) => (
                <span key={m.links} style={stijl(m)}>
                  {m.tekst}
                </span>
              ))}
            </div>
          ),
      )}
      {tijdlijn.banen.map((baan) => (
        <div key={baan.product} className="stapeling-baan">
          <span className="stapeling-baannaam">{productnaam(catalogus, baan.product)}</span>
          <div className="stapeling-vak">
            {tijdlijn.maanden.map((m) => (
              <span key={m.links} className="stapeling-rooster" style={{ insetInlineStart: `${m.links}%` }} aria-hidden="true" />
            ))}
            {baan.banen.map((balken) => (
              <div key={balken[0]?.rij.id} className="stapeling-rijtje">
                {balken.map(({ rij, open, ...plek }) => (
                  <button
                    key={rij.id}
                    type="button"
                    className="stapeling-balk"
                    data-nieuw={rij.nieuw || undefined}
                    data-open={open || undefined}
                    style={stijl(plek)}
                    onClick={() => bewerk(rij.id)}
                    aria-label={`${productnaam(catalogus, rij.product)}, ${periodeInWoorden(rij)}${rij.nieuw ? ', nieuw' : ''}. Wijzigen`}
                  >
                    <span>
                      {rij.nieuw ? 'nieuw' : 'loopt'}
                      {open && <Icoon naam="pijl" tekst />}
                    </span>
                  </button>
                ))}
              </div>
            ))}
            {baan.strepen.map((s, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: twee conflicten kunnen op dezelfde dagen vallen
              <span key={i} className="stapeling-conflict" data-soort={s.soort} style={stijl(s)} aria-hidden="true" />
            ))}
          </div>
        </div>
      ))}
      <ul className="stapeling-legenda">
        <li>
          <span className="stapeling-blokje" /> loopt al
        </li>
        <li>
          <span className="stapeling-blokje" data-nieuw /> nieuw
        </li>
        {soorten.has('conflict') && (
          <li>
            <span className="stapeling-blokje" data-soort="conflict" /> kan niet samen
          </li>
        )}
        {soorten.has('waarschuwing') && (
          <li>
            <span className="stapeling-blokje" data-soort="waarschuwing" /> samen met motivering
          </li>
        )}
        <li>
          <Icoon naam="pijl" tekst /> zonder einddatum
        </li>
      </ul>
    </section>
  )
}
