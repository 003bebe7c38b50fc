import { useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useSpeech } from "../kit/language";
import { Title } from "../kit/parts";
import { TryAs } from "./Demonstration";
import { becomes, type Me, useMe } from "./me";
import { ownPath } from "./ownPath";
import { SignInForm } from "./SignInForm";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { words } = useSpeech();
  const client = useQueryClient();
  const router = useRouter();
  const { return: back } = route.useSearch();
  const me = useMe();
  const done = (now: Me) => {
    becomes(client, now);
    router.history.replace(ownPath(back));
  };
  return (
    <div className="narrow">
      <div className="page-head">
        <Title>{words.accounts.signIn}</Title>
        <p className="lead">{words.accounts.signInLead}</p>
      </div>
      <div className="panel card-panel">
        <SignInForm done={done} />
      </div>
      {me?.demonstration && (
        <div className="panel">
          <TryAs done={done} />
        </div>
      )}
    </div>
  );
}
