package dev.libra.learning.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveCsvTest {

  @Test
  void decodesWhatItEncoded() {
    List<CurvePoint> curve = List.of(new CurvePoint(10, -0.5, 3), new CurvePoint(20, 1e6, 4.25));
    assertThat(CurveCsv.decode(CurveCsv.encode(curve))).isEqualTo(curve);
  }

  @Test
  void writesPlainNumbers() {
    String csv = new String(CurveCsv.encode(List.of(new CurvePoint(1, 1 / 3.0, 1e7))));
    assertThat(csv).isEqualTo("step,meanReturn,meanLength\n1,0.333333,10000000\n");
  }

  @Test
  void namesTheLineThatIsWrong() {
    refused("step,meanReturn,meanLength\n1,2,3\n2,x,3\n", "line 3: ");
    refused("step,meanReturn,meanLength\n1,2\n", "line 2: must have 3 values, had: 2");
    refused("step,meanReturn,meanLength\n5,2,1\n5,2,1\n", "line 3: steps must rise, were: 5, 5");
    refused("step,meanReturn,meanLength\n5,NaN,1\n", "line 2: meanReturn must be between");
    refused("a,b\n", "line 1 must be step,meanReturn,meanLength, was: a,b");
  }

  private static void refused(String csv, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurveCsv.decode(csv.getBytes(StandardCharsets.UTF_8)))
        .withMessageStartingWith(message);
  }
}
