package dev.libra.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;

class NameSetTest {

  @Property
  void namesAreFoundInAnyCaseAndNoOthersAre(
      @ForAll @Size(max = 30) List<@AlphaChars @Chars('-') String> names,
      @ForAll @AlphaChars @Chars('-') String other) {
    NameSet set = new NameSet(names);
    for (String name : names) {
      assertThat(set.contains(name)).isTrue();
      assertThat(set.contains(name.toUpperCase(Locale.ROOT))).isTrue();
      assertThat(set.contains(name.toLowerCase(Locale.ROOT))).isTrue();
    }
    assertThat(set.contains(other)).isEqualTo(names.stream().anyMatch(other::equalsIgnoreCase));
  }
}
