import { useSpeech } from "../../kit/language";

export function RemoveButton({ name, remove }: { name: string; remove: () => void }) {
  const { words } = useSpeech();
  return (
    <button type="button" className="remove" aria-label={words.setup.removeNamed(name)} onClick={remove}>
      ×
    </button>
  );
}
