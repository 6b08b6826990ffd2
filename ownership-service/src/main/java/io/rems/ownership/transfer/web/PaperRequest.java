package io.rems.ownership.transfer.web;

import io.rems.ownership.transfer.domain.Paper;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a transfer rests on: a contract, a deed, a court's decision. */
record PaperRequest(
        @NotBlank @Size(max = 200) String title,
        @Nullable @Size(max = 100) String number,
        @Nullable UUID documentId,
        @Nullable @Size(max = 2000) String text) {

    static List<Paper> papers(@Nullable List<PaperRequest> requested) {
        return requested == null
                ? List.of()
                : requested.stream().map(PaperRequest::paper).toList();
    }

    private Paper paper() {
        return new Paper(title, number, documentId, text);
    }
}
