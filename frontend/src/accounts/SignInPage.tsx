import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useRouter } from "@tanstack/react-router";
import { api, ask, Refusal } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Title } from "../kit/parts";
import { TryAs } from "./Demonstration";
import { becomes, type Me, useMe } from "./me";
import { ownPath } from "./ownPath";
import { SignInForm } from "./SignInForm";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { words } = useSpeech();
  const client = useQueryClient();
  const router = useRouter();
  const { return: back, problem } = route.useSearch();
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
        {problem && <Failure error={new Refusal(401, problem)} />}
        <SignInForm done={done} />
        <p className="links">
          <Link to="/reset-password">{words.joining.forgotten}</Link>
          <Link to="/sign-up">{words.joining.signUp}</Link>
        </p>
      </div>
      <Providers back={ownPath(back)} />
      {me?.demonstration && (
        <div className="panel">
          <TryAs done={done} />
        </div>
      )}
    </div>
  );
}

/** The organisations whose people sign in with their own provider. */
function Providers({ back }: { back: string }) {
  const { words, code } = useSpeech();
  const choices = useQuery({ queryKey: ["sign-in-providers"], queryFn: () => ask(api.GET("/api/sign-in/providers")) });
  if (!choices.data?.length) return null;
  return (
    <div className="panel">
      <h2>{words.joining.withProvider}</h2>
      <ul className="rows">
        {choices.data.map((one) => (
          <li key={one.id}>
            <a className="button" href={`/api/sign-in/with/${one.id}?next=${encodeURIComponent(back)}`}>
              {one.name || nameIn(code, { vi: one.organisation_vi, en: one.organisation_en })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
