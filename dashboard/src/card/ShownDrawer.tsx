import { Drawer, type DrawerProps } from '@mantine/core';
import { useMounted } from '@mantine/hooks';

/** A drawer that comes when it is opened opens a moment after it came: only one that was shut knows where to give the keyboard back. */
export default function ShownDrawer({ opened, ...rest }: DrawerProps) {
  const here = useMounted();
  return <Drawer {...rest} opened={opened && here} />;
}
