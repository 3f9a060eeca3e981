"use client";
import { ArrowLeft, ArrowRight, ImagePlus, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { mostPictures } from "@/modules/catalog/product";
import { ButtonLink } from "@/ui/primitives/button";
import { Badge } from "@/ui/primitives/notice";
import type { ArrangePictures } from "../schema";
import { sayRefusal, type EditorWords } from "./editor-words";

type Shot = { readonly key: string; readonly id: string | null; readonly src: string; readonly colour: string | null };
type Refused = { readonly ok: false; readonly refusal: { readonly code: string } };
type Added = { readonly ok: true; readonly value: { readonly picture: { readonly id: string; readonly path: string } } };
type Arranged = { readonly ok: true; readonly value: { readonly version: number } };

const lost: Refused = { ok: false, refusal: { code: "unknown" } };
const kinds = ["image/jpeg", "image/png", "image/webp", "image/avif"];

/** Step 4: pictures, shown the moment they are chosen and kept one after the other. Order, colour and removal are saved as they are done. */
export const PicturesForm = ({ listing, pictures, colours, add, arrange, words }: {
  listing: { readonly id: string; readonly version: number }; pictures: readonly { readonly id: string; readonly path: string; readonly colour: string | null }[]; colours: readonly string[];
  add: (input: { listingId: string; file: File }) => Promise<Added | Refused>; arrange: (input: ArrangePictures) => Promise<Arranged | Refused>; words: EditorWords;
}) => {
  const [shots, setShots] = useState<readonly Shot[]>(pictures.map(({ id, path, colour }) => ({ key: id, id, src: `${path}-400.webp`, colour })));
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [isOver, setOver] = useState(false);
  const version = useRef(listing.version);
  const now = useRef(shots);
  // Calls wait for each other, so that versions cannot overtake.
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const picked = useRef(0);
  const t = words.pictures;
  const show = (next: readonly Shot[]) => {
    now.current = next;
    setShots(next);
  };
  const inLine = <V,>(work: () => Promise<V>): Promise<V> => {
    const next = line.current.then(work, work);
    line.current = next.catch(() => undefined);
    return next;
  };

  const upload = (file: File) => {
    const key = `new ${(picked.current += 1)}`;
    const fail = (refusal: { readonly code: string }) => {
      setFaults((before) => [...before, `${file.name}: ${refusal.code === "media.not-this-kind" ? t.wrongKind : sayRefusal(words.refusals, refusal)}`]);
      show(now.current.filter((shot) => shot.key !== key));
    };
    if (!kinds.includes(file.type)) return fail({ code: "media.not-this-kind" });
    if (file.size > 10 * 1024 * 1024) return fail({ code: "media.too-large", megabytes: 10 } as { code: string });
    show([...now.current, { key, id: null, src: URL.createObjectURL(file), colour: null }]);
    void inLine(async () => {
      const answer = await add({ listingId: listing.id, file }).catch(() => lost);
      if (!answer.ok) return fail(answer.refusal);
      show(now.current.map((shot) => (shot.key === key ? { ...shot, id: answer.value.picture.id } : shot)));
    });
  };
  const take = (files: FileList | null) => {
    setFaults([]);
    for (const file of Array.from(files ?? []).slice(0, mostPictures)) upload(file);
  };
  const put = (next: readonly Shot[]) => {
    const before = now.current;
    show(next);
    void inLine(async () => {
      const kept = now.current.flatMap(({ id, colour }) => (id === null ? [] : [{ id, colour }]));
      const answer = await arrange({ listingId: listing.id, version: version.current, pictures: kept } as ArrangePictures).catch(() => lost);
      if (answer.ok) return void (version.current = answer.value.version);
      setFaults([sayRefusal(words.refusals, answer.refusal)]);
      show(before);
    });
  };
  const move = (at: number, by: number) => {
    const next = [...shots];
    const [shot] = next.splice(at, 1);
    if (shot) next.splice(at + by, 0, shot);
    put(next);
  };
  const small = "grid size-11 place-items-center rounded-lg text-ink-soft hover:bg-ground disabled:text-line-strong";
  return (
    <div>
      <label
        className={`relative flex min-h-32 cursor-pointer flex-col items-center justify-center gap-1 rounded-card border-2 border-dashed p-4 text-center focus-within:outline-2 focus-within:outline-brand ${isOver ? "border-brand bg-brand-tint" : "border-line-strong hover:border-brand"}`}
        onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
        onDrop={(event) => { event.preventDefault(); setOver(false); take(event.dataTransfer.files); }}
      >
        <ImagePlus size={28} aria-hidden className="text-brand" />
        <span className="font-semibold text-brand">{t.drop}</span>
        <span className="text-sm text-ink-soft">{t.hint}</span>
        <input type="file" multiple accept={kinds.join(",")} className="absolute inset-0 cursor-pointer opacity-0" onChange={(event) => { take(event.target.files); event.target.value = ""; }} />
      </label>
      {faults.length > 0 && <ul role="alert" className="mt-3 space-y-1 text-sm text-bad">{faults.map((fault) => <li key={fault}><bdi>{fault}</bdi></li>)}</ul>}
      {shots.length === 0 ? <p className="mt-4 text-ink-soft">{t.none}</p> : (
        <ol className="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
          {shots.map((shot, at) => {
            const name = t.picture.replace("{number}", String(at + 1));
            return (
              <li key={shot.key} className="overflow-hidden rounded-card border border-line bg-surface">
                <div className="relative">
                  <img src={shot.src} alt={name} className={`aspect-square w-full bg-ground object-contain ${shot.id ? "" : "opacity-50"}`} />
                  {at === 0 && <span className="absolute start-1.5 top-1.5"><Badge>{t.first}</Badge></span>}
                  {shot.id === null && <span role="status" className="absolute inset-0 grid place-items-center text-sm font-semibold">{t.uploading}</span>}
                </div>
                <div className="flex justify-between">
                  <button type="button" className={small} aria-label={`${t.earlier}: ${name}`} disabled={at === 0 || shot.id === null} onClick={() => move(at, -1)}><ArrowLeft size={18} aria-hidden className="rtl:rotate-180" /></button>
                  <button type="button" className={small} aria-label={`${words.remove}: ${name}`} disabled={shot.id === null} onClick={() => put(shots.filter((one) => one.key !== shot.key))}><Trash2 size={18} aria-hidden /></button>
                  <button type="button" className={small} aria-label={`${t.later}: ${name}`} disabled={at === shots.length - 1 || shot.id === null} onClick={() => move(at, 1)}><ArrowRight size={18} aria-hidden className="rtl:rotate-180" /></button>
                </div>
                {colours.length > 0 && (
                  <select aria-label={`${t.colour}: ${name}`} value={shot.colour ?? ""} disabled={shot.id === null} className="h-11 w-full border-t border-line bg-surface px-2 text-sm"
                    onChange={(event) => put(shots.map((one) => (one.key === shot.key ? { ...one, colour: event.target.value || null } : one)))}>
                    <option value="">{t.anyColour}</option>
                    {colours.map((key) => <option key={key} value={key}>{words.colourNames[key] ?? key}</option>)}
                  </select>
                )}
              </li>
            );
          })}
        </ol>
      )}
      <div className="mt-5"><ButtonLink href={`/sell/listings/${listing.id}?step=markets`}>{words.step.markets}</ButtonLink></div>
    </div>
  );
};
