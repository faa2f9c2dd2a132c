package dev.libra.ui.decisions;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import dev.libra.decision.Decision;

/** The full record of one decision. */
final class DecisionDialog extends Dialog {
  private static final long serialVersionUID = 1L;

  DecisionDialog(Decision decision) {
    setHeaderTitle("Decision about " + decision.service());
    setWidth("min(720px, 96vw)");
    DescriptionList record = new DescriptionList();
    record.addClassName("libra-record");
    DecisionRecord.of(decision)
        .forEach(
            (name, text) ->
                record.add(new DescriptionList.Term(name), new DescriptionList.Description(text)));
    add(record);
    getFooter().add(new Button("Close", e -> close()));
  }
}
