import { Answer } from '../../card/Answer.tsx';
import { useText } from '../../i18n/index.ts';

export default function Page() {
  const { t } = useText();
  return <Answer lead={t('shell.explore')} />;
}
