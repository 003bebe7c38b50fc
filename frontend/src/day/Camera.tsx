import { useEffect, useRef, useState } from "react";
import { useSpeech } from "../kit/language";

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type DetectorKind = new (given: { formats: string[] }) => Detector;

const LOOK_MS = 250;
/** A badge that stays before the camera is read once. */
const AGAIN_MS = 4_000;

const detectorKind = (): DetectorKind | undefined => (window as unknown as { BarcodeDetector?: DetectorKind }).BarcodeDetector;

/** Whether this browser reads codes by itself, and there may be a camera. */
export const hasCamera = (): boolean => Boolean(detectorKind() && navigator.mediaDevices?.getUserMedia);

export function Camera({ scanned }: { scanned: (text: string) => void }) {
  const { words } = useSpeech();
  const video = useRef<HTMLVideoElement>(null);
  const [refused, setRefused] = useState(false);
  const hear = useRef(scanned);
  hear.current = scanned;
  useEffect(() => {
    const kind = detectorKind();
    if (!kind) return;
    const detector = new kind({ formats: ["qr_code"] });
    const seen = new Map<string, number>();
    let stream: MediaStream | null = null;
    let over = false;
    const look = async () => {
      const codes = video.current?.videoWidth ? await detector.detect(video.current).catch(() => []) : [];
      for (const { rawValue } of codes) {
        if (Date.now() - (seen.get(rawValue) ?? 0) > AGAIN_MS) hear.current(rawValue);
        seen.set(rawValue, Date.now());
      }
    };
    const timer = setInterval(() => void look(), LOOK_MS);
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(
      (opened) => {
        if (over) return stop(opened);
        stream = opened;
        if (video.current) video.current.srcObject = opened;
      },
      () => setRefused(true),
    );
    return () => {
      over = true;
      clearInterval(timer);
      if (stream) stop(stream);
    };
  }, []);
  if (refused) return <p className="problem">{words.onDay.noCamera}</p>;
  return <video ref={video} className="camera" autoPlay muted playsInline aria-label={words.onDay.cameraOn} />;
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
